package dev.elm4j.search;

import java.util.List;
import java.util.function.Consumer;

/**
 * Plays the events of earlier sessions through the same code that made them: each plan is drawn again and must be the
 * recorded one.
 */
record Replay<S>(String name, Book<S> book, Plans<S> plans) implements Consumer<RunEvent<S>> {

    @Override
    public void accept(RunEvent<S> event) {
        if (event instanceof CommittedBatch<S> batch) {
            committed(batch);
        } else if (event instanceof QueuedInjection<S> queued) {
            requireAlike(plans.queueAgain(queued).number() == queued.batch(), queued.batch());
        } else if (event instanceof Correction<S> correction) {
            book.correct(correction);
        }
    }

    private void committed(CommittedBatch<S> batch) {
        List<Candidate<S>> candidates =
                batch.commits().stream().map(Commit::candidate).toList();
        boolean byHand = batch.origin() == Origin.ASK || batch.origin() == Origin.INJECT;
        if (batch.origin() != Origin.INJECT) {
            PlannedBatch<S> plan = byHand ? plans.drawn(candidates.size()) : plans.first();
            requireAlike(plan.origin() == batch.origin() && plan.fits(candidates), plan.number());
        }
        book.replay(batch);
        if (byHand) {
            plans.drop();
        } else {
            plans.committed();
        }
    }

    private void requireAlike(boolean alike, long number) {
        if (!alike) {
            throw new IllegalStateException(
                    "The journal of '%s' holds another batch %d than this search plans. Was it edited? Give the search another name."
                            .formatted(name, number));
        }
    }
}
