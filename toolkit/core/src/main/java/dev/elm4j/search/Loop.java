package dev.elm4j.search;

import dev.elm4j.environment.BudgetExhausted;
import dev.elm4j.environment.Failure;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * One {@code run}: keeps the window full, commits in order, ends at the goal, the budget or an interrupt.
 *
 * <p>It has a thread of its own. The thread that called {@code run} only waits: in a notebook an interrupt ends the cell
 * at once, while this thread still stops the workers, commits nothing more and tells the listeners.
 */
final class Loop<S> {

    /** How long a new {@code run} waits for an interrupted one to let go. */
    private static final long DRAIN_SECONDS = 60;

    private record Work<S>(PlannedBatch<S> plan, Future<Result<S>> result) {}

    private record Result<S>(Candidates<S> candidates, Evaluations evaluations) {}

    private final Run<S> run;
    private final Search<S> search;
    private final int asked;
    private final long begin;
    private final long batches;
    private final Workers workers;
    private final int threads;
    private final CountDownLatch drained = new CountDownLatch(1);
    private final Deque<Work<S>> begun = new ArrayDeque<>();

    private volatile boolean stopping;
    private volatile RunReport report;
    private volatile Throwable fault;
    private volatile long committed;
    private final Map<String, Long> failures = new ConcurrentHashMap<>();
    private volatile Failure reason;

    Loop(Run<S> run, Search<S> search, int threads, int candidates) {
        this.run = run;
        this.search = search;
        this.asked = candidates;
        this.begin = run.progress().candidates();
        this.batches = (candidates + run.setup().batch() - 1L) / run.setup().batch();
        this.threads = threads;
        this.workers = new Workers("elm4j-" + run.setup().name(), threads);
    }

    /** Runs to the end; if the calling thread is interrupted, stops and comes back at once. */
    RunReport start() {
        long goal = begin + batches * run.setup().batch();
        run.listeners().tell(listener -> listener.began(search, goal));
        var thread = new Thread(this::go, "elm4j-" + run.setup().name());
        thread.setDaemon(true);
        thread.start();
        try {
            drained.await();
        } catch (InterruptedException interrupt) {
            stop();
            Thread.currentThread().interrupt();
            return summary(RunState.INTERRUPTED);
        }
        if (fault != null) {
            throw new IllegalStateException(fault.getMessage() == null ? fault.toString() : fault.getMessage(), fault);
        }
        return report;
    }

    void stop() {
        stopping = true;
        workers.cancel();
    }

    boolean stopping() {
        return stopping;
    }

    boolean drained() {
        return drained.getCount() == 0;
    }

    void awaitDrained() {
        try {
            if (!drained.await(DRAIN_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException(
                        "The interrupted run '%s' is still at work on a batch that does not react. Wait, or restart the kernel; nothing committed is lost."
                                .formatted(run.setup().name()));
            }
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while waiting for the earlier run to end.");
        }
    }

    private void go() {
        RunState how = RunState.BROKEN;
        try {
            how = work();
        } catch (CancellationException stop) {
            how = RunState.INTERRUPTED;
        } catch (BudgetExhausted spent) {
            how = RunState.BUDGET_SPENT;
        } catch (Throwable broken) { // the last stop of this thread: whatever it is, the caller must learn of it
            fault = broken;
        } finally {
            workers.close();
            run.ended(how);
            RunReport end = summary(how);
            run.listeners().tell(listener -> listener.ended(end));
            report = end;
            drained.countDown();
        }
    }

    private RunState work() {
        long done = 0;
        while (done < batches) {
            submit(batches - done);
            if (begun.isEmpty()) {
                return RunState.BUDGET_SPENT;
            }
            Result<S> result = workers.await(begun.getFirst().result());
            if (stopping) {
                return RunState.INTERRUPTED;
            }
            List<Commit<S>> batch = run.commit(result.candidates(), result.evaluations());
            begun.removeFirst();
            done++;
            count(batch);
            Progress progress = run.progress();
            run.listeners().tell(listener -> listener.committed(batch, progress));
        }
        return RunState.DONE;
    }

    /** Hands out plans of the window that nobody works on yet, within the goal and the budget. */
    private void submit(long left) {
        List<PlannedBatch<S>> plans = run.plans();
        long cap = run.setup().budget().candidates();
        for (int i = begun.size(); i < Math.min(plans.size(), left) && begun.size() < threads; i++) {
            PlannedBatch<S> plan = plans.get(i);
            if (plan.end() > cap) {
                return;
            }
            begun.add(new Work<>(plan, workers.submit(() -> result(plan))));
        }
    }

    private Result<S> result(PlannedBatch<S> plan) {
        BatchWork<S> work = run.work(workers);
        Candidates<S> candidates = work.propose(plan);
        return new Result<>(candidates, work.evaluate(candidates));
    }

    private void count(List<Commit<S>> batch) {
        committed += batch.size();
        for (Commit<S> commit : batch) {
            if (commit.evaluation() instanceof Failure failure) {
                failures.merge(failure.kind(), 1L, Long::sum);
                // That everything is a copy of something that failed is no reason; what failed is.
                if (reason == null || reason.kind().equals(Failure.COPY)) {
                    reason = failure;
                }
            }
        }
    }

    private RunReport summary(RunState how) {
        String message =
                switch (how) {
                    case DONE -> "Committed %,d candidates.".formatted(committed);
                    case INTERRUPTED ->
                        "Interrupted after %,d of %,d candidates; everything committed is kept. run(%d) goes on."
                                .formatted(committed, asked, Math.max(1, asked - committed));
                    case BUDGET_SPENT ->
                        "Committed %,d of %,d candidates; the next batch would pass the budget (%s)."
                                .formatted(committed, asked, run.setup().budget());
                    default -> "Stopped after %,d of %,d candidates: %s".formatted(committed, asked, fault);
                };
        if (committed > 0 && failed() == committed) {
            message += " All failed, the first so: %s: %s".formatted(reason.kind(), reason.reason());
        }
        message += wideWindow();
        return new RunReport(
                run.setup().name(), how, message + run.listeners().takeFaults(), committed, failures, run.progress());
    }

    private long failed() {
        return failures.values().stream().mapToLong(Long::longValue).sum();
    }

    /** A window that holds much of the run draws most plans before there is anything to evolve from. */
    private String wideWindow() {
        long ahead = (long) run.setup().window() * run.setup().batch();
        boolean wide = run.setup().window() > 1 && 4 * ahead > run.progress().candidates();
        return wide
                ? " The window of %,d candidates is over a quarter of the run: so far this is independent sampling more than evolution."
                        .formatted(ahead)
                : "";
    }
}
