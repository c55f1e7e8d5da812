package dev.elm4j.search;

import com.fasterxml.jackson.databind.JsonNode;
import dev.elm4j.archive.Archive;
import dev.elm4j.environment.Codec;
import dev.elm4j.environment.Evaluation;
import dev.elm4j.environment.Failure;
import dev.elm4j.environment.Usage;
import dev.elm4j.operator.Credit;
import dev.elm4j.operator.Operator;
import dev.elm4j.operator.Proposal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Judges what batches came to and writes it into the ledger: copies and numbers that are not finite become failures here. One
 * thread at a time; {@link Run} holds the lock.
 */
final class Book<S> {

    private final Setup<S> setup;
    private final Codec<S> codec;
    private final Recorder<S> recorder;
    private final Ledger<S> ledger;
    private final Breeding<S> breeding;
    private final Earnings earnings;
    private final Firsts firsts = new Firsts();
    /** Commits that the recorder has; fewer than those of the ledger after it has failed. */
    private long recorded;

    Book(Setup<S> setup, List<Operator<S>> operators, Recorder<S> recorder) {
        this.setup = setup;
        this.codec = setup.environment().codec();
        this.recorder = recorder;
        this.ledger = new Ledger<>(setup.archives());
        this.earnings = new Earnings(operators);
        this.breeding =
                setup.strategy().begin(ledger.archive(), setup.environment().seeds());
    }

    Breeding<S> breeding() {
        return breeding;
    }

    /** What each operator has earned, in the order of the search; none of it unfinished. */
    List<Credit> credits() {
        return earnings.credits();
    }

    Archive<S> archive() {
        return ledger.archive();
    }

    /** Number of the next candidate. */
    long next() {
        return ledger.candidates();
    }

    /** Number of the next batch. */
    long nextBatch() {
        return ledger.batches();
    }

    /** Samples that re-evaluations have drawn so far. */
    int samples() {
        return ledger.samples();
    }

    Progress progress() {
        return ledger.progress();
    }

    RunRecord<S> record() {
        return ledger.record(setup.name(), new RecordedCommits<>(recorder, Math.toIntExact(recorded)))
                .backings(setup.backings());
    }

    /** Commits what an evaluated batch came to, in the order of the numbers. */
    CommittedBatch<S> commit(Origin origin, Candidates<S> candidates, Evaluations evaluations) {
        var batch = new ArrayList<Commit<S>>();
        var solutions = new ArrayList<Optional<JsonNode>>();
        for (int i = 0; i < candidates.size(); i++) {
            Usage cost = candidates.usage().get(i).plus(evaluations.usage().get(i));
            Candidate<S> candidate = candidates.list().get(i);
            Optional<JsonNode> solution = encoded(candidate);
            solutions.add(solution);
            batch.add(commit(candidate, solution, evaluations.list().get(i), cost));
        }
        ledger.close();
        return new CommittedBatch<>(candidates.batch(), origin, batch, solutions);
    }

    /** So many more commits are durable. */
    void recorded(int commits) {
        recorded += commits;
    }

    /** Commits a batch that an earlier session had committed, and checks that it comes out alike. */
    void replay(CommittedBatch<S> batch) {
        for (int i = 0; i < batch.commits().size(); i++) {
            Commit<S> earlier = batch.commits().get(i);
            Optional<JsonNode> solution = batch.solutions().get(i).or(() -> encoded(earlier.candidate()));
            Commit<S> again = commit(earlier.candidate(), solution, earlier.evaluation(), earlier.usage());
            if (!again.word().equals(earlier.word())) {
                throw new IllegalStateException(
                        "The journal of '%s' says '%s' of candidate %d, but it comes out as '%s' now. Was it edited?"
                                .formatted(
                                        setup.name(),
                                        earlier.word(),
                                        earlier.candidate().number(),
                                        again.word()));
            }
        }
        ledger.close();
        recorded += batch.commits().size();
    }

    /** Takes the means of a re-evaluation into the archives. */
    void correct(Correction<S> correction) {
        ledger.take(correction);
        breeding.corrected(correction.elites());
    }

    private Commit<S> commit(Candidate<S> candidate, Optional<JsonNode> solution, Evaluation evaluation, Usage cost) {
        Evaluation judged = candidate.proposal() instanceof Proposal.Failed<S> failed
                ? failed.failure()
                : judged(candidate.number(), solution, evaluation);
        Commit<S> commit = ledger.commit(candidate, judged, cost);
        earnings.take(commit);
        breeding.committed(commit);
        return commit;
    }

    /** The solution by the codec; empty if there is none, or if the codec, a user's, could not write it. */
    private Optional<JsonNode> encoded(Candidate<S> candidate) {
        try {
            return candidate.proposal() instanceof Proposal.Solved<S> solved
                    ? Optional.of(codec.encode(solved.solution()))
                    : Optional.empty();
        } catch (RuntimeException fault) {
            return Optional.empty();
        }
    }

    /** @throws IllegalArgumentException if the codec cannot write it, so that it could not be journaled */
    void requireWritable(S solution) {
        try {
            java.util.Objects.requireNonNull(codec.encode(solution));
        } catch (RuntimeException fault) {
            throw new IllegalArgumentException(
                    "The environment's codec cannot write this solution, so no journal could keep it: %s"
                            .formatted(fault),
                    fault);
        }
    }

    private Evaluation judged(long number, Optional<JsonNode> solution, Evaluation evaluation) {
        if (solution.isEmpty()) {
            return Evaluation.failed(Failure.THREW, "The codec could not write the solution.");
        }
        long first = firsts.putIfAbsent(Fingerprint.of(solution.get()), number);
        if (first >= 0) {
            return Evaluation.failed(Failure.COPY, "The same as candidate " + first + ".");
        }
        return Checks.usable(evaluation, setup.tessellation());
    }
}
