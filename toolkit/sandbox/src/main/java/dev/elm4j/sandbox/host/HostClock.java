package dev.elm4j.sandbox.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What the kernel of this machine says of the processes that a worker with a kernel of its own consists of. The clock inside
 * such a worker goes on while a program waits for a processor of this machine (gVisor counts by ticks what it believes to
 * run); this one tells the two apart, for each thread, since the kernel writes both into {@code schedstat}.
 *
 * <p>Of interest is the share: of the time that a program could have run, the part in which it did. It is that of the process
 * which ran longest: under gVisor every program has one of this machine's processes to itself, and whichever it was, what
 * waited beside it waited as long. One caller at a time.
 */
final class HostClock {

    /** For workers whose clock inside is the kernel's own: it counts no waiting. */
    static final HostClock NONE = new HostClock(0);

    private static final Duration WORTH = Duration.ofMillis(50);

    /** Nanoseconds on processors, and waiting for one. */
    private record Time(long ran, long waited) {

        private static final Time ZERO = new Time(0, 0);

        Time plus(Time other) {
            return new Time(ran + other.ran, waited + other.waited);
        }

        Time since(Time before) {
            return new Time(Math.max(0, ran - before.ran), Math.max(0, waited - before.waited));
        }
    }

    private final long root;
    private Map<Long, Time> before;

    /** Of a process and all below it; 0 if it is not known: then nothing ever waited. */
    HostClock(long root) {
        this.root = root;
    }

    /** From now on. Takes some milliseconds, as does asking for the share. */
    void begin() {
        before = times();
    }

    /** Until it begins again, nothing is known. */
    void stop() {
        before = null;
    }

    /**
     * Since the beginning, in (0, 1]; 1 if it has not begun, nothing waited, or nothing can be seen.
     *
     * @param told by the clock inside; so little that it is a few of its ticks is not worth asking
     */
    double share(Duration told) {
        if (before == null || told.compareTo(WORTH) < 0) {
            return 1;
        }
        var since = new HashMap<Long, Time>();
        times().forEach((process, time) -> since.put(process, time.since(before.getOrDefault(process, Time.ZERO))));
        Time busiest =
                since.values().stream().max(Comparator.comparingLong(Time::ran)).orElse(Time.ZERO);
        return busiest.ran() == 0 ? 1 : busiest.ran() / ((double) busiest.ran() + busiest.waited());
    }

    private Map<Long, Time> times() {
        var times = new HashMap<Long, Time>();
        if (root > 0) {
            LongStream below = ProcessHandle.of(root).stream()
                    .flatMap(ProcessHandle::descendants)
                    .mapToLong(ProcessHandle::pid);
            LongStream.concat(LongStream.of(root), below).forEach(process -> times.put(process, time(process)));
        }
        return times;
    }

    /** Of all threads of a process that live: gVisor keeps those that programs run on. */
    private static Time time(long process) {
        try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(process), "task"))) {
            return threads.map(HostClock::time).reduce(Time.ZERO, Time::plus);
        } catch (IOException | UncheckedIOException gone) {
            return Time.ZERO;
        }
    }

    private static Time time(Path thread) {
        try {
            String[] fields =
                    Files.readString(thread.resolve("schedstat")).strip().split(" ");
            return new Time(Long.parseLong(fields[0]), Long.parseLong(fields[1]));
        } catch (IOException | RuntimeException gone) {
            return Time.ZERO;
        }
    }
}
