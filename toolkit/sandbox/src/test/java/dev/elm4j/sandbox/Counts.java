package dev.elm4j.sandbox;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What this process holds.
 *
 * @param threads of this process
 * @param files open in this process
 * @param processes below this one
 * @param filesBelow open in the processes directly below
 * @param heapMb used after a collection
 */
record Counts(int threads, int files, int processes, int filesBelow, int heapMb) {

    private static final int HEAP_SLACK_MB = 20;
    private static final int AT_WORK = 3;

    static Counts now() {
        List<ProcessHandle> below = ProcessHandle.current().descendants().toList();
        int filesBelow = ProcessHandle.current()
                .children()
                .mapToInt(child -> open(child.pid()))
                .sum();
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        int heap = (int) ((runtime.totalMemory() - runtime.freeMemory()) >> 20);
        return new Counts(
                Thread.getAllStackTraces().size(), open(ProcessHandle.current().pid()), below.size(), filesBelow, heap);
    }

    private static int open(long pid) {
        String[] names = new File("/proc/" + pid + "/fd").list();
        return names == null ? 0 : names.length;
    }

    /** What is more than in another count, by more than the slack of this process; nothing more may be below it. */
    List<String> over(Counts other, int slack) {
        return over(other, slack, 0);
    }

    /**
     * The same while sandboxes are at work: in either count a few of the processes that wait for programs may just be starting
     * or ending, each with three files.
     */
    List<String> overAtWork(Counts other, int slack) {
        return over(other, slack, AT_WORK);
    }

    private List<String> over(Counts other, int slack, int below) {
        var over = new ArrayList<String>();
        add(over, "threads", threads, other.threads + slack);
        add(over, "files", files, other.files + slack);
        add(over, "processes", processes, other.processes + below);
        add(over, "files of supervisors", filesBelow, other.filesBelow + 3 * below);
        add(over, "MB of heap", heapMb, other.heapMb + HEAP_SLACK_MB);
        return over;
    }

    private static void add(List<String> over, String what, int now, int most) {
        if (now > most) {
            over.add("%d %s, more than %d".formatted(now, what, most));
        }
    }

    /** Waits until no more processes are below this one than before: the last of them end when their pipes do. */
    static void awaitChildren(int most) throws InterruptedException {
        for (ProcessHandle child : ProcessHandle.current().descendants().toList()) {
            if (ProcessHandle.current().descendants().count() > most) {
                try {
                    child.onExit().get(10, TimeUnit.SECONDS);
                } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException late) {
                    // then the count says so
                }
            }
        }
    }
}
