package dev.elm4j.plot;

import dev.elm4j.archive.Axis;
import dev.elm4j.search.Candidates;
import dev.elm4j.search.Commit;
import dev.elm4j.search.Commits;
import dev.elm4j.search.Evaluations;
import java.util.List;

/** What the three verbs give, as tables: candidates, evaluations, commits. */
public final class BatchTable {

    private BatchTable() {}

    /** Candidates: number, operator, parents, solution; prompt and answer to unfold. */
    public static Bundle of(Candidates<?> candidates) {
        return Bundle.text(candidates.toString());
    }

    /** Evaluations: objective and measures, or the reason of a failure. */
    public static Bundle of(Evaluations evaluations, List<Axis> axes) {
        return Bundle.text(evaluations.toString());
    }

    /** Commits: the whole way of each candidate. */
    public static Bundle of(Commits<?> commits, List<Axis> axes) {
        return Bundle.text(commits.toString());
    }

    /** Failures by kind, with the newest reason of each. */
    public static Bundle failures(List<? extends Commit<?>> commits) {
        return Bundle.text("");
    }
}
