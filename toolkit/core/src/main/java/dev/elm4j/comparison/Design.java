package dev.elm4j.comparison;

import dev.elm4j.search.Progress;
import dev.elm4j.search.Search;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What is compared, and by what. */
record Design<S>(List<Arm<S>> arms, List<Long> seeds, Cap cap, Reading<S> reading) {

    /** What each run may cost; a null cost is not chosen yet. */
    record Cap(Cost cost, double budget) {

        boolean isSpent(Progress progress) {
            return cost.of(progress) >= budget;
        }
    }

    /**
     * What is read off a run.
     *
     * @param offset that is taken off each elite's objective in the QD score
     * @param extras metrics of the user's own, of the run as it ended
     */
    record Reading<S>(double offset, Map<String, ToDoubleFunction<? super Search<S>>> extras) {

        Reading {
            extras = Collections.unmodifiableMap(new LinkedHashMap<>(extras));
        }

        Map<String, Double> standard(Progress progress) {
            var values = new LinkedHashMap<String, Double>();
            values.put(ComparisonTable.QD_SCORE, progress.passive().qdScore(offset));
            values.put(ComparisonTable.COVERAGE, progress.passive().coverage());
            values.put(ComparisonTable.BEST, progress.passive().best());
            return values;
        }

        CurvePoint point(double cost, Progress progress) {
            return new CurvePoint(
                    cost,
                    progress.passive().qdScore(offset),
                    progress.passive().coverage(),
                    progress.passive().best());
        }
    }

    Design {
        arms = List.copyOf(arms);
        seeds = List.copyOf(seeds);
    }

    Design<S> arms(List<Arm<S>> arms) {
        return new Design<>(arms, seeds, cap, reading);
    }

    Design<S> seeds(List<Long> seeds) {
        return new Design<>(arms, seeds, cap, reading);
    }

    Design<S> cap(Cap cap) {
        return new Design<>(arms, seeds, cap, reading);
    }

    Design<S> reading(Reading<S> reading) {
        return new Design<>(arms, seeds, cap, reading);
    }
}
