package dev.elm4j.search;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.elm4j.archive.AddResult;
import dev.elm4j.archive.Archive;
import dev.elm4j.archive.Measures;
import dev.elm4j.environment.Codec;
import dev.elm4j.environment.Evaluation;
import dev.elm4j.environment.Failure;
import dev.elm4j.environment.Score;
import dev.elm4j.environment.Usage;
import dev.elm4j.operator.Proposal;
import java.util.ArrayList;
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
    private final Archive<S> archive;
    private final List<Commit<S>> commits = new ArrayList<>();
    private final List<Progress> history = new ArrayList<>();
    /** Which candidate brought a solution first, to find copies. */
    private final Map<Fingerprint, Long> firsts = new HashMap<>();

    private long batches;
    private long failures;
    private Usage usage = Usage.NONE;

    Book(Setup<S> setup) {
        this.name = setup.name();
        this.codec = setup.environment().codec();
        this.archive = Archive.of(setup.tessellation());
    }

    Archive<S> archive() {
        return archive;
    }

    /** Number of the next candidate. */
    long next() {
        return commits.size();
    }

    /** Number of the next batch. */
    long nextBatch() {
        return batches;
    }

    Progress progress() {
        return new Progress(commits.size(), failures, usage, archive.statistics());
    }

    RunRecord<S> record() {
        return new RunRecord<>(name, archive.snapshot(), List.copyOf(commits), List.copyOf(history));
    }

    /** Commits what an evaluated batch came to, in the order of the numbers. */
    List<Commit<S>> commit(Candidates<S> candidates, Evaluations evaluations) {
        var batch = new ArrayList<Commit<S>>();
        for (int i = 0; i < candidates.size(); i++) {
            Usage cost = candidates.usage().get(i).plus(evaluations.usage().get(i));
            batch.add(commit(candidates.list().get(i), evaluations.list().get(i), cost));
        }
        close();
        return batch;
    }

    /** Commits a batch that an earlier session had committed, and checks that it comes out alike. */
    void replay(CommittedBatch<S> batch) {
        for (Commit<S> earlier : batch.commits()) {
            Commit<S> again = commit(earlier.candidate(), earlier.evaluation(), earlier.usage());
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

    private Commit<S> commit(Candidate<S> candidate, Evaluation evaluation, Usage cost) {
        Evaluation judged = candidate.proposal() instanceof Proposal.Failed<S> failed
                ? failed.failure()
                : judged(candidate.number(), ((Proposal.Solved<S>) candidate.proposal()).solution(), evaluation);
        Optional<AddResult> result = Optional.empty();
        if (judged instanceof Score score && candidate.proposal() instanceof Proposal.Solved<S> solved) {
            result = Optional.of(
                    archive.add(candidate.number(), solved.solution(), score.objective(), score.measures()));
        } else {
            failures++;
        }
        var commit = new Commit<>(candidate, judged, cost, result);
        usage = usage.plus(cost);
        commits.add(commit);
        return commit;
    }

    private Evaluation judged(long number, S solution, Evaluation evaluation) {
        JsonNode json;
        try {
            json = requireNonNull(codec.encode(solution), "it gave null");
        } catch (RuntimeException fault) { // a user's codec
            return Evaluation.failed(Failure.THREW, "The codec threw " + fault);
        }
        Long first = firsts.putIfAbsent(Fingerprint.of(json.toString()), number);
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
