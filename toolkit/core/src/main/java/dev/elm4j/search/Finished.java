package dev.elm4j.search;

import dev.elm4j.environment.Usage;
import java.util.HashMap;
import java.util.Map;

/**
 * The batches that are done and wait for an earlier one to be committed. They outlive the {@code run} that did them, and by
 * the recorder the process. Used under the run's lock.
 */
final class Finished<S> {

    private final Recorder<S> recorder;
    private final Map<Long, FinishedBatch<S>> waiting = new HashMap<>();

    Finished(Recorder<S> recorder) {
        this.recorder = recorder;
    }

    /** Takes what earlier sessions have kept; gives what it cost. */
    Usage restore() {
        Usage cost = Usage.NONE;
        for (FinishedBatch<S> batch : recorder.kept()) {
            waiting.put(batch.candidates().batch(), batch);
            cost = cost.plus(batch.usage());
        }
        return cost;
    }

    /** A batch is done; it is made durable if it cannot be committed right away. */
    void add(FinishedBatch<S> batch, boolean isNext) {
        waiting.put(batch.candidates().batch(), batch);
        if (!isNext) {
            recorder.keep(batch);
        }
    }

    /** Whether this plan is done; what was done under its number for another plan is forgotten. */
    boolean has(PlannedBatch<S> plan) {
        FinishedBatch<S> batch = waiting.get(plan.number());
        if (batch != null && !plan.isOf(batch.candidates().list())) {
            waiting.remove(plan.number());
            return false;
        }
        return batch != null;
    }

    FinishedBatch<S> remove(PlannedBatch<S> plan) {
        return waiting.remove(plan.number());
    }
}
