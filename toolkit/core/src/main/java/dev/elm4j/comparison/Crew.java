package dev.elm4j.comparison;

import dev.elm4j.search.Search;
import dev.elm4j.search.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Brings runs to their budget, several at once, until all are there or the calling thread is interrupted. */
final class Crew {

    private static final long AGAIN_MILLIS = 20;

    private final ExecutorService pool;
    private final Series series;
    private final Consumer<? super ComparedRun> each;
    private final Set<Search<?>> active = ConcurrentHashMap.newKeySet();
    private final List<String> faults = new ArrayList<>();
    private volatile boolean stopping;
    private boolean deaf;

    /** @param each hears of each run that ends, one at a time; if it throws, it hears no more */
    Crew(int threads, Series series, Consumer<? super ComparedRun> each) {
        this.series = series;
        this.each = each;
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        var count = new AtomicInteger();
        pool = Executors.newFixedThreadPool(threads, work -> {
            var thread = new Thread(work, "elm4j-comparison-" + count.incrementAndGet());
            thread.setDaemon(true);
            thread.setContextClassLoader(loader);
            return thread;
        });
    }

    /** False if interrupted; then all have stopped, and the thread is interrupted still. */
    <S> boolean bring(List<ArmRun<S>> runs) {
        List<Future<?>> works = new ArrayList<>();
        runs.forEach(run -> works.add(pool.submit(() -> bring(run))));
        pool.shutdown();
        try {
            for (Future<?> work : works) {
                work.get();
            }
            return true;
        } catch (InterruptedException interrupt) {
            stop();
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException fault) { // an error, of which a run is not the place
            stop();
            throw new IllegalStateException("The comparison broke: " + fault.getCause(), fault.getCause());
        }
    }

    private <S> void bring(ArmRun<S> run) {
        active.add(run.search());
        if (!stopping) {
            tell(run.advance());
        }
        active.remove(run.search());
    }

    /** A run may be about to begin when the first stop comes, so it is repeated until nobody is at work. */
    private void stop() {
        stopping = true;
        try {
            do {
                active.forEach(Crew::stop);
            } while (!pool.awaitTermination(AGAIN_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException impatient) { // all were told once; they let go by themselves
            Thread.currentThread().interrupt();
        }
    }

    private static void stop(Search<?> search) {
        try {
            search.stop();
        } catch (IllegalStateException notBegunOrBroken) {
            // its own thread says so
        }
    }

    private synchronized void tell(ComparedRun run) {
        series.ended(run.toString());
        if (deaf) {
            return;
        }
        try {
            each.accept(run);
        } catch (RuntimeException | LinkageError | AssertionError fault) {
            deaf = true;
            faults.add("The listener was dropped because it threw %s.".formatted(fault));
        }
    }

    /** What went wrong with the listener, as sentences. */
    synchronized List<String> faults() {
        return List.copyOf(faults);
    }
}
