package dev.elm4j.search;

import dev.elm4j.archive.AddResult;
import dev.elm4j.archive.AddStatus;
import dev.elm4j.archive.Archive;
import dev.elm4j.archive.Elite;
import dev.elm4j.environment.Evaluation;
import dev.elm4j.environment.Score;
import dev.elm4j.environment.Usage;
import dev.elm4j.operator.Proposal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What follows from the events of a run and nothing else: its archives, its counts, its history. A live run keeps one, and a
 * journal that is only read is played into one.
 *
 * <pre>{@code
 * var ledger = new Ledger<String>(cells);
 * ledger.progress().candidates();      // 0
 * }</pre>
 *
 * <p>Used by one thread at a time.
 *
 * @param <S> type of a solution
 */
public final class Ledger<S> {

    private final Archive<S> archive;
    private final Archive<S> passive;
    private final History history;
    private final Map<Long, Reevaluated> reevaluated = new HashMap<>();
    private long candidates;
    private long batches;
    private long failures;
    private long unimproved;
    private int samples;
    private Usage usage = Usage.NONE;

    /** An empty ledger over these cells. */
    public Ledger(RunCells cells) {
        this.archive = cells.ownArchive();
        this.passive = cells.passiveArchive(archive);
        this.history = new History(cells.own().cells(), cells.passive().cells());
    }

    /** The run's own archive, live. */
    Archive<S> archive() {
        return archive;
    }

    /** Number of the next candidate. */
    long candidates() {
        return candidates;
    }

    /** Number of the next batch. */
    long batches() {
        return batches;
    }

    /** Takes one event as it was recorded; a batch as it was judged then. */
    public void take(RunEvent<S> event) {
        if (event instanceof CommittedBatch<S> batch) {
            batch.commits().forEach(commit -> commit(commit.candidate(), commit.evaluation(), commit.usage()));
            close();
        } else if (event instanceof Correction<S> correction) {
            correct(correction);
        }
    }

    /** Commits one candidate of the batch that is open, judged already: a score is finite and has the right measures. */
    Commit<S> commit(Candidate<S> candidate, Evaluation judged, Usage cost) {
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
        boolean entered = commit.entered();
        for (long parent : candidate.parents()) {
            archive.bred(parent, entered);
        }
        boolean better = entered && result.get().status() != AddStatus.ADDED;
        unimproved = better ? 0 : unimproved + 1;
        usage = usage.plus(cost);
        candidates++;
        return commit;
    }

    /** Ends the batch that is open. */
    void close() {
        batches++;
        history.append(progress());
    }

    private void correct(Correction<S> correction) {
        var means = new HashMap<Long, Reevaluated>();
        correction.elites().forEach(elite -> means.put(elite.candidate(), elite));
        reevaluated.putAll(means);
        correct(archive, means);
        if (passive != archive) {
            correct(passive, means);
        }
        usage = usage.plus(correction.usage());
        samples += correction.samples();
        history.append(progress());
    }

    /** Samples that every elite of long standing has had in re-evaluations. */
    int samples() {
        return samples;
    }

    /** Fills an archive anew: members that were evaluated again enter by their means, those that always failed are gone. */
    private static <S> void correct(Archive<S> archive, Map<Long, Reevaluated> means) {
        archive.refill(corrected(archive.members(), means));
    }

    /** These by their means; who always failed is left out, who was not evaluated again stays as it is. */
    static <S> List<Elite<S>> corrected(List<Elite<S>> members, Map<Long, Reevaluated> means) {
        var corrected = new ArrayList<Elite<S>>();
        for (Elite<S> member : members) {
            Reevaluated mean = means.get(member.candidate());
            if (mean == null) {
                corrected.add(member);
            } else if (mean.samples() > 0) {
                corrected.add(corrected(member, mean));
            }
        }
        return corrected;
    }

    private static <S> Elite<S> corrected(Elite<S> member, Reevaluated mean) {
        return new Elite<>(
                member.candidate(), member.solution(), mean.mean(), mean.measures(), member.cell(), member.axes());
    }

    /** Where the run stands. */
    public Progress progress() {
        return new Progress(candidates, failures, usage, archive.statistics(), passive.statistics(), unimproved);
    }

    /**
     * All that can be read of the run.
     *
     * @param name of the run
     * @param commits all candidates, in order
     */
    public RunRecord<S> record(String name, List<Commit<S>> commits) {
        return new RunRecord<>(
                name,
                archive.snapshot(),
                passive.snapshot(),
                commits,
                history.view(),
                Map.copyOf(reevaluated),
                Map.of());
    }
}
