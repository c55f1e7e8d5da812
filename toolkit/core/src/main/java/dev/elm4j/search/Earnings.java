package dev.elm4j.search;

import dev.elm4j.archive.AddResult;
import dev.elm4j.archive.AddStatus;
import dev.elm4j.environment.Score;
import dev.elm4j.operator.Credit;
import dev.elm4j.operator.Operator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What each operator has earned: the reward of a candidate is its QD gain, scaled to [0, 1].
 *
 * <p>The gain is by how much the QD score grew, counted from the lowest objective that ever entered, so that a new cell is never a loss:
 * objective minus lowest for a new cell, the improvement for a better elite, 0 otherwise. It is divided by the range of the
 * objectives that entered so far (what does not enter may be absurdly bad); while that is a single value, what enters earns 1. All of it follows from the commits.
 */
final class Earnings {

    private final Map<String, Integer> arms = new HashMap<>();
    private final long[] finished;
    private final double[] reward;
    private double lowest = Double.POSITIVE_INFINITY;
    private double highest = Double.NEGATIVE_INFINITY;

    Earnings(List<? extends Operator<?>> operators) {
        operators.forEach(operator -> arms.put(operator.name(), arms.size()));
        this.finished = new long[operators.size()];
        this.reward = new double[operators.size()];
    }

    void take(Commit<?> commit) {
        double gain = 0;
        if (commit.evaluation() instanceof Score score && commit.entered()) {
            lowest = Math.min(lowest, score.objective());
            highest = Math.max(highest, score.objective());
            gain = gain(score.objective(), commit.result().orElseThrow());
        }
        Integer arm = arms.get(commit.candidate().operator());
        if (arm != null) {
            finished[arm]++;
            reward[arm] += gain;
        }
    }

    private double gain(double objective, AddResult result) {
        boolean better = result.status() == AddStatus.NEW || result.status() == AddStatus.IMPROVED;
        if (!better) {
            return 0;
        }
        double range = highest - lowest;
        if (!(range > 0 && Double.isFinite(range))) {
            return 1;
        }
        double gain = result.status() == AddStatus.NEW ? objective - lowest : result.value();
        return Math.max(0, Math.min(1, gain / range));
    }

    /** One per operator, in the order of the search; none of it unfinished. */
    List<Credit> credits() {
        var credits = new ArrayList<Credit>(finished.length);
        for (int i = 0; i < finished.length; i++) {
            credits.add(new Credit(finished[i], reward[i], 0));
        }
        return credits;
    }
}
