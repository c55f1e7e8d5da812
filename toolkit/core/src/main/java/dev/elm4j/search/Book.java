package dev.elm4j.search;

import com.fasterxml.jackson.databind.JsonNode;
import dev.elm4j.archive.AddResult;
import dev.elm4j.archive.Archive;
import dev.elm4j.archive.CellPolicy;
import dev.elm4j.archive.Measures;
import dev.elm4j.environment.Codec;
import dev.elm4j.environment.Evaluation;
import dev.elm4j.environment.Failure;
import dev.elm4j.environment.Score;
import dev.elm4j.environment.Usage;
import dev.elm4j.operator.Credit;
import dev.elm4j.operator.Operator;
import dev.elm4j.operator.Proposal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run has committed: the archive, all candidates, the progress after each batch. One thread at a time; {@link Run}
 * holds the lock.
 */
final class Book<S> {

    private final String name;
    private final Codec<S> codec;
    private final Recorder<S> recorder;
    private final List<Operator<S>> operators;
    private final Archive<S> archive;
    /** Elites of everything evaluated; the archive itself where that holds elites. */
    private final Archive<S> passive;

    private final Breeding<S> breeding;
    private long committed;
    private final List<Progress> history = new ArrayList<>();
    /** Which candidate brought a solution first, to find copies. */
    private final Map<Fingerprint, Long> firsts = new HashMap<>();

    private long batches;
    private long failures;
    private Usage usage = Usage.NONE;

    Book(Setup<S> setup, List<Operator<S>> operators, Recorder<S> recorder) {
        this.name = setup.name();
        this.codec = setup.environment().codec();
        this.operators = operators;
        this.recorder = recorder;
        CellPolicy policy = setup.strategy().policy();
        this.archive = Archive.of(setup.tessellation(), policy, setup.seed());
        this.passive = policy.equals(CellPolicy.elite()) ? archive : Archive.of(setup.tessellation());
        this.breeding = setup.strategy().begin(archive, setup.environment().seeds());
    }

    Breeding<S> breeding() {
        return breeding;
    }

    /** What each operator has earned, in the order of the search; none of it unfinished. */
    List<Credit> credits() {
        return Collections.nCopies(operators.size(), Credit.NONE);
    }

    Archive<S> archive() {
        return archive;
    }

    /** Number of the next candidate. */
    long next() {
        return committed;
    }

    /** Number of the next batch. */
    long nextBatch() {
        return batches;
    }

    Progress progress() {
        return new Progress(committed, failures, usage, archive.statistics());
    }

    RunRecord<S> record() {
        return new RunRecord<>(
                name,
                archive.snapshot(),
                passive.snapshot(),
                new RecordedCommits<>(recorder, Math.toIntExact(committed)),
                List.copyOf(history));
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
        close();
        return new CommittedBatch<>(candidates.batch(), origin, batch, solutions);
    }

    /** Commits a batch that an earlier session had committed, and checks that it comes out alike. */
    void replay(CommittedBatch<S> batch) {
        for (Commit<S> earlier : batch.commits()) {
            Commit<S> again =
                    commit(earlier.candidate(), encoded(earlier.candidate()), earlier.evaluation(), earlier.usage());
            if (!again.word().equals(earlier.word())) {
                throw new IllegalStateException(
                        "The journal of '%s' says '%s' of candidate %d, but it comes out as '%s' now. Was it edited?"
                                .formatted(
                                        name,
                                        earlier.word(),
                                        earlier.candidate().number(),
                                        again.word()));
            }
        }
        close();
    }

    private void close() {
        batches++;
        history.add(progress());
    }

    private Commit<S> commit(Candidate<S> candidate, Optional<JsonNode> solution, Evaluation evaluation, Usage cost) {
        Evaluation judged = candidate.proposal() instanceof Proposal.Failed<S> failed
                ? failed.failure()
                : judged(candidate.number(), solution, evaluation);
        Optional<AddResult> result = Optional.empty();
        if (judged instanceof Score score && candidate.proposal() instanceof Proposal.Solved<S> solved) {
            result = Optional.of(
                    archive.add(candidate.number(), solved.solution(), score.objective(), score.measures()));
            if (passive != archive) {
                passive.add(candidate.number(), solved.solution(), score.objective(), score.measures());
            }
        } else {
            failures++;
        }
        var commit = new Commit<>(candidate, judged, cost, result);
        usage = usage.plus(cost);
        committed++;
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

    private Evaluation judged(long number, Optional<JsonNode> solution, Evaluation evaluation) {
        if (solution.isEmpty()) {
            return Evaluation.failed(Failure.THREW, "The codec could not write the solution.");
        }
        Long first = firsts.putIfAbsent(Fingerprint.of(solution.get().toString()), number);
        if (first != null) {
            return Evaluation.failed(Failure.COPY, "The same as candidate " + first + ".");
        }
        return evaluation instanceof Score score ? checked(score) : evaluation;
    }

    private Evaluation checked(Score score) {
        int expected = archive.tessellation().dimensions();
        Measures measures = score.measures();
        if (measures.size() != expected) {
            return Evaluation.failed(
                    "wrong measures",
                    "Expected %d measures, one per axis, but the environment gave %d."
                            .formatted(expected, measures.size()));
        }
        if (!Double.isFinite(score.objective())) {
            return Evaluation.failed(Failure.NOT_FINITE, "The objective is %s.".formatted(score.objective()));
        }
        for (int i = 0; i < expected; i++) {
            if (!Double.isFinite(measures.at(i))) {
                return Evaluation.failed(
                        Failure.NOT_FINITE,
                        "Measure '%s' is %s."
                                .formatted(archive.tessellation().axes().get(i).name(), measures.at(i)));
            }
        }
        return score;
    }
}
