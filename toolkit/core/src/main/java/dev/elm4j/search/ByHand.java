package dev.elm4j.search;

import dev.elm4j.archive.Elite;
import java.util.LinkedHashMap;
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
    private final Wallet wallet;
    private Candidates<S> asked;

    ByHand(Run<S> run, Book<S> book, Plans<S> plans, Wallet wallet) {
        this.run = run;
        this.book = book;
        this.plans = plans;
        this.wallet = wallet;
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
            if (isOutdated(plan)) {
                throw new IllegalStateException(
                        "A run has committed more while these candidates were proposed. Call ask(%d) for new ones."
                                .formatted(n));
            }
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
        List<Commit<S>> batch = run.commit(origin, candidates, evaluations);
        asked = null;
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
        synchronized (run) {
            if (run.isUnderWay() || isOutdated(plan)) {
                return queue(solution, injection);
            }
            run.requireIdle();
            return InjectionReport.committed(
                    byHand(Origin.INJECT, candidates, evaluations).get(0),
                    setup().tessellation().axes());
        }
    }

    /** Whether a run has come and gone since this was planned. */
    private boolean isOutdated(PlannedBatch<S> plan) {
        return plan.number() != book.nextBatch() || plan.first() != book.next();
    }

    private InjectionReport<S> queue(S solution, Injection injection) {
        run.requireUnbroken();
        book.requireWritable(solution);
        if (plans.next() >= setup().budget().candidates()) {
            throw new IllegalStateException(
                    "The budget is %,d candidates, and as many are committed or planned: this one would pass it."
                            .formatted(setup().budget().candidates()));
        }
        PlannedBatch<S> plan = plans.queue(solution, injection);
        run.loop().ifPresent(Loop::wake);
        run.record(new QueuedInjection<>(plan.number(), solution, injection));
        return InjectionReport.queued(plan.first(), plan.first() - book.next());
    }

    Reevaluation<S> reevaluate(int samples, boolean keep) {
        if (samples < 1) {
            throw new IllegalArgumentException(
                    "A re-evaluation needs at least 1 sample of each elite, but was asked for %d.".formatted(samples));
        }
        run.awaitDrained();
        RunRecord<S> before;
        int first;
        synchronized (run) {
            run.requireIdle();
            before = book.record();
            first = book.samples();
        }
        List<Elite<S>> subjects = keep ? all(before) : before.archive().elites();
        Correction<S> correction = new Reevaluator<>(setup(), wallet, run.threads()).sampled(subjects, samples, first);
        if (!keep) {
            return Reevaluation.measured(before.archive(), setup(), correction);
        }
        synchronized (run) {
            run.requireIdle();
            if (book.next() != before.progress().candidates()) {
                throw new IllegalStateException(
                        "A run has committed more during the re-evaluation. Call reevaluate(%d) again."
                                .formatted(samples));
            }
            run.record(correction);
            book.correct(correction);
            asked = null;
            return Reevaluation.kept(before.archive(), book.record(), correction);
        }
    }

    /** Whatever may be an elite now or when another has given way: all members, and the elites of the passive archive. */
    private static <S> List<Elite<S>> all(RunRecord<S> record) {
        var all = new LinkedHashMap<Long, Elite<S>>();
        record.archive().members().forEach(member -> all.put(member.candidate(), member));
        record.passive().elites().forEach(elite -> all.putIfAbsent(elite.candidate(), elite));
        return List.copyOf(all.values());
    }

    private <T> T work(Function<BatchWork<S>, T> step) {
        wallet.renew();
        try (var workers = new Workers("elm4j-" + setup().name(), 1);
                Purse purse = wallet.open(book.nextBatch())) {
            Callable<T> task = () -> step.apply(run.work(purse, workers));
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
