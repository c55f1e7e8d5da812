package dev.elm4j.search;

import dev.elm4j.archive.Archive;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;

/**
 * The verbs of a person, one at a time: each works on a thread of its own that an interrupt stops, and commits under the
 * run's lock. A batch by hand is planned from the archive as it is, so it outdates the plans that were pending.
 */
final class ByHand<S> {

    private final Run<S> run;
    private final Book<S> book;
    private final Plans<S> plans;
    private final Meter meter;
    private Candidates<S> asked;

    ByHand(Run<S> run, Book<S> book, Plans<S> plans, Meter meter) {
        this.run = run;
        this.book = book;
        this.plans = plans;
        this.meter = meter;
    }

    private Setup<S> setup() {
        return run.setup();
    }

    /** What was asked for is outdated. Under the run's lock. */
    void forget() {
        asked = null;
    }

    Candidates<S> ask(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("ask needs at least 1 candidate, but was asked for %d.".formatted(n));
        }
        run.awaitDrained();
        PlannedBatch<S> plan;
        synchronized (run) {
            run.requireIdle();
            plan = withinBudget(plans.drawn(n));
        }
        Candidates<S> candidates = work(work -> work.propose(plan));
        synchronized (run) {
            asked = candidates;
        }
        return candidates;
    }

    private PlannedBatch<S> withinBudget(PlannedBatch<S> plan) {
        if (plan.end() > setup().budget().candidates()) {
            throw new IllegalStateException("The budget is %,d candidates and %,d are committed: %d more would pass it."
                    .formatted(setup().budget().candidates(), book.next(), plan.size()));
        }
        return plan;
    }

    Evaluations evaluate(Candidates<S> candidates) {
        synchronized (run) {
            run.requireIdle();
            requireAsked(candidates);
        }
        return work(work -> work.evaluate(candidates));
    }

    Commits<S> tell(Candidates<S> candidates, Evaluations evaluations) {
        synchronized (run) {
            return told(candidates, evaluations);
        }
    }

    private Commits<S> told(Candidates<S> candidates, Evaluations evaluations) {
        run.requireIdle();
        requireAsked(candidates);
        if (evaluations.batch() != candidates.batch() || evaluations.size() != candidates.size()) {
            throw new IllegalArgumentException(
                    "Expected %d evaluations of batch %d, but got %d of batch %d. Pass what evaluate(candidates) gave."
                            .formatted(candidates.size(), candidates.batch(), evaluations.size(), evaluations.batch()));
        }
        return new Commits<>(
                byHand(Origin.ASK, candidates, evaluations),
                setup().tessellation().axes());
    }

    /** Commits a batch that outdates the pending plans. */
    private List<Commit<S>> byHand(Origin origin, Candidates<S> candidates, Evaluations evaluations) {
        asked = null;
        List<Commit<S>> batch = run.commit(origin, candidates, evaluations);
        plans.drop();
        return batch;
    }

    InjectionReport<S> inject(S solution, Injection injection) {
        run.awaitDrained();
        PlannedBatch<S> plan;
        synchronized (run) {
            if (run.isUnderWay() || !plans.seedsAreThrough()) {
                return queue(solution, injection);
            }
            run.requireIdle();
            plan = withinBudget(plans.injected(solution, injection));
        }
        Candidates<S> candidates = work(work -> work.propose(plan));
        Evaluations evaluations = work(work -> work.evaluate(candidates));
        List<Commit<S>> batch;
        Progress progress;
        synchronized (run) {
            run.requireIdle();
            batch = byHand(Origin.INJECT, candidates, evaluations);
            progress = book.progress();
        }
        run.listeners().tell(listener -> listener.committed(batch, progress));
        return InjectionReport.committed(batch.get(0), setup().tessellation().axes());
    }

    private InjectionReport<S> queue(S solution, Injection injection) {
        run.requireUnbroken();
        book.requireWritable(solution);
        PlannedBatch<S> plan = plans.queue(solution, injection);
        run.record(new QueuedInjection<>(plan.number(), solution, injection));
        return InjectionReport.queued(plan.first(), plan.first() - book.next());
    }

    Reevaluation<S> reevaluate(int samples, boolean keep) {
        if (samples < 1) {
            throw new IllegalArgumentException(
                    "A re-evaluation needs at least 1 sample of each elite, but was asked for %d.".formatted(samples));
        }
        run.awaitDrained();
        Archive<S> before;
        int first;
        synchronized (run) {
            run.requireIdle();
            before = book.archive().snapshot();
            first = book.samples();
        }
        Correction<S> correction = new Reevaluator<>(setup(), meter, run.threads()).sampled(before, samples, first);
        if (keep) {
            synchronized (run) {
                run.requireIdle();
                run.record(correction);
                book.correct(correction);
                asked = null;
            }
        }
        return Reevaluation.of(before, setup(), correction);
    }

    private <T> T work(Function<BatchWork<S>, T> step) {
        try (var workers = new Workers("elm4j-" + setup().name(), 1)) {
            Callable<T> task = () -> step.apply(run.work(workers));
            return workers.await(workers.submit(task));
        }
    }

    private void requireAsked(Candidates<S> candidates) {
        if (asked == null && book.next() == 0) {
            throw new IllegalStateException("Nothing was asked for that could be told or evaluated. Call ask(%d) first."
                    .formatted(candidates.size()));
        }
        if (candidates != asked) {
            throw new IllegalStateException(
                    "These candidates (batch %d) are not those asked for last: they were told before, or more was committed since. Call ask(%d) for new ones."
                            .formatted(candidates.batch(), candidates.size()));
        }
    }
}
