package dev.elm4j.search;

import dev.elm4j.environment.BudgetExhausted;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * One {@code run}: keeps the slots busy within the window, commits in order, ends at the goal, a stop rule, the budget or an
 * interrupt.
 *
 * <p>It has a thread of its own. The thread that called {@code run} only waits: in a notebook an interrupt ends the cell
 * at once, while this thread still stops the workers, commits nothing more and tells the listeners.
 */
final class Loop<S> {

    /** As a number of candidates: no end of its own. */
    static final long UNLIMITED = Long.MAX_VALUE;

    /** How long a new {@code run} waits for an interrupted one to let go. */
    private static final long DRAIN_SECONDS = 60;

    /** How long a run that has ended by itself waits for the workers that it has no more use for. */
    private static final long LEAVE_SECONDS = 5;

    /** A batch that a worker is through with, or why it is not; number -1 only wakes the loop. */
    private record Done<S>(long number, FinishedBatch<S> batch, Throwable fault) {}

    private final Run<S> run;
    private final long batches;
    private final Workers workers;
    private final int slots;
    private final Tally tally;
    private final CountDownLatch drained = new CountDownLatch(1);
    private final Thread thread;
    private final BlockingQueue<Done<S>> done = new LinkedBlockingQueue<>();
    private final Map<Long, Purse> atWork = new HashMap<>();
    private final Map<Long, Throwable> faults = new HashMap<>();

    private long begun;
    private long planned;
    private volatile boolean stopping;
    private volatile RunReport report;
    private volatile Throwable fault;

    Loop(Run<S> run, int slots, long candidates) {
        this.run = run;
        int size = run.setup().batch();
        this.batches = candidates == UNLIMITED ? UNLIMITED : (candidates + size - 1) / size;
        this.tally = new Tally(run.setup(), candidates, run.progress().candidates());
        this.slots = slots;
        this.workers = new Workers("elm4j-" + run.setup().name(), slots);
        this.thread = new Thread(this::go, "elm4j-" + run.setup().name());
    }

    /** Begins; the listeners hear of it on the calling thread. */
    void begin(Search<S> search) {
        run.listeners().tell(listener -> listener.began(search, tally.goal()));
        begun = run.nanos();
        run.wallet().renew();
        thread.setDaemon(true);
        try {
            thread.start();
        } catch (Throwable broken) { // no thread to be had: the run must not look as if it went on
            fault = broken;
            end(RunState.BROKEN);
        }
    }

    /** Waits for the end; if the calling thread is interrupted, stops and comes back at once. */
    RunReport finish() {
        return outcome(RunState.INTERRUPTED);
    }

    /** Waits for the end; if the calling thread is interrupted, comes back at once and lets the run go on. */
    RunReport await() {
        return isOwnThread() ? summary(RunState.RUNNING) : outcome(RunState.RUNNING);
    }

    /** @param interrupted what an interrupt of the calling thread makes of the run */
    private RunReport outcome(RunState interrupted) {
        try {
            drained.await();
        } catch (InterruptedException interrupt) {
            if (interrupted == RunState.INTERRUPTED) {
                stop();
            }
            Thread.currentThread().interrupt();
            return summary(interrupted);
        }
        if (fault != null) {
            throw new IllegalStateException(fault.getMessage() == null ? fault.toString() : fault.getMessage(), fault);
        }
        return report;
    }

    void stop() {
        stopping = true;
        workers.cancel();
        wake();
    }

    boolean stopping() {
        return stopping;
    }

    boolean drained() {
        return drained.getCount() == 0;
    }

    /** A listener is called by the run that it watches, and would wait for itself. */
    private boolean isOwnThread() {
        return Thread.currentThread() == thread;
    }

    /** Looks again for what may be handed out. */
    void wake() {
        done.add(new Done<>(-1, null, null));
    }

    void awaitDrained() {
        if (isOwnThread()) {
            return;
        }
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
            tally.because(spent.getMessage());
            how = RunState.BUDGET_SPENT;
        } catch (Throwable broken) { // the last stop of this thread: whatever it is, the caller must learn of it
            fault = broken;
        } finally {
            end(how);
        }
    }

    private void end(RunState planned) {
        try {
            workers.close();
            RunState how = keepFinished() ? planned : RunState.BROKEN;
            workers.awaitEnd(LEAVE_SECONDS); // who goes on must not meet what is still at work
            if (stopping) {
                workers.awaitEnd();
            }
            atWork.values().forEach(Purse::drop); // nobody need wait for what will not be done
            run.timed(tally.committed(), run.nanos() - begun);
            run.ended(how);
            RunReport end = summary(how);
            report = end;
            run.listeners().tell(listener -> listener.ended(end));
            report = end.remark(run.listeners().takeFaults());
        } finally {
            drained.countDown();
        }
    }

    /** What was done and not taken yet is as good as what was. False if it could not be kept: then that is the fault. */
    private boolean keepFinished() {
        try {
            for (Done<S> one = done.poll(); one != null; one = done.poll()) {
                if (one.batch() != null && !run.isBroken()) {
                    run.finished(one.batch());
                }
            }
            return true;
        } catch (RuntimeException
                | Error broken) { // the run has ended all the same, and whoever waits must learn of it
            fault = fault == null ? broken : fault;
            return false;
        }
    }

    private RunState work() throws Throwable {
        while (true) {
            Optional<String> enough = enough();
            if (enough.isPresent()) {
                tally.because(enough.get());
                return RunState.REACHED;
            }
            PlannedBatch<S> next = run.ahead().get(0);
            if (planned == batches && next.origin() != Origin.QUEUED) {
                return RunState.DONE;
            }
            if (next.end() > run.setup().budget().candidates()) {
                return RunState.BUDGET_SPENT;
            }
            if (!awaited(next)) {
                return RunState.INTERRUPTED;
            }
            commit(next);
        }
    }

    private Optional<String> enough() {
        Progress progress = run.progress();
        Duration elapsed = Duration.ofNanos(run.nanos() - begun);
        return run.setup().limits().rules().stream()
                .flatMap(rule -> rule.reason(progress, elapsed).stream())
                .findFirst()
                .or(tally::silence);
    }

    /** Keeps the slots busy until the next batch is finished; false if the run was stopped meanwhile. */
    private boolean awaited(PlannedBatch<S> next) throws Throwable {
        while (true) {
            submit();
            if (stopping) {
                return false;
            }
            if (faults.containsKey(next.number())) {
                throw faults.get(next.number());
            }
            if (run.isFinished(next)) {
                return true;
            }
            take();
        }
    }

    private void take() throws InterruptedException {
        Done<S> one = done.take();
        atWork.remove(one.number());
        if (one.fault() != null) {
            faults.put(one.number(), one.fault());
        } else if (one.batch() != null) {
            run.finished(one.batch());
        }
    }

    private void commit(PlannedBatch<S> next) {
        List<Commit<S>> batch = run.commitFirst();
        if (next.origin() == Origin.RUN) {
            planned++;
        }
        tally.count(batch);
        Progress progress = run.progress();
        run.listeners().tell(listener -> listener.committed(batch, progress));
    }

    /** Hands out plans that nobody works on yet, in order, within the slots, the goal and the budget. */
    private void submit() {
        if (stopping || !faults.isEmpty() || atWork.size() == slots) {
            return; // after a fault only what was begun before it is still of use
        }
        long left = batches - planned;
        for (PlannedBatch<S> plan : run.ahead()) {
            left -= plan.origin() == Origin.RUN ? 1 : 0;
            if (left < 0 || plan.end() > run.setup().budget().candidates() || atWork.size() == slots) {
                return;
            }
            if (!atWork.containsKey(plan.number()) && !run.isFinished(plan)) {
                Purse purse = run.wallet().open(plan.number());
                atWork.put(plan.number(), purse);
                workers.submit(() -> done.add(result(plan, purse)));
            }
        }
    }

    private Done<S> result(PlannedBatch<S> plan, Purse purse) {
        try (purse) {
            BatchWork<S> work = run.work(purse, workers);
            Candidates<S> candidates = work.propose(plan);
            Evaluations evaluations = work.evaluate(candidates);
            if (workers.cancelled()) { // what an interrupt has made of it is no result
                throw new CancellationException("The run was stopped.");
            }
            if (plan.isBred()) {
                purse.done();
            }
            return new Done<>(plan.number(), new FinishedBatch<>(candidates, evaluations), null);
        } catch (Throwable broken) { // the loop decides: it may be a stop, a spent budget or a defect
            return new Done<>(plan.number(), null, broken);
        }
    }

    private RunReport summary(RunState how) {
        return tally.report(how, fault, run.listeners(), run.progress());
    }
}
