package dev.elm4j.judge;

import java.util.Arrays;
import org.apache.commons.statistics.ranking.NaturalRanking;

/** How well two lists of numbers, {@code double[n]} each, go together. */
record Agreement(double[] values, double[] scores) {

    /** Pearson's correlation, in [-1, 1]; NaN if all numbers of a list are equal. */
    double pearson() {
        return pearson(values, scores);
    }

    /** Spearman's rank correlation, in [-1, 1]: Pearson's of the ranks, where equal numbers share their mean rank. */
    double spearman() {
        var ranking = new NaturalRanking(); // ties share their mean rank
        return pearson(ranking.apply(values), ranking.apply(scores));
    }

    /**
     * The chance that of two examples with different scores the one with the greater score has the greater value, a tie
     * counting half. For two scores it is the area under the ROC curve (Hanley and McNeil 1982).
     */
    double auc() {
        double right = 0;
        long pairs = 0;
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < values.length; j++) {
                if (scores[i] > scores[j]) {
                    right += values[i] > values[j] ? 1 : values[i] == values[j] ? 0.5 : 0;
                    pairs++;
                }
            }
        }
        return right / pairs;
    }

    private static double pearson(double[] a, double[] b) {
        double meanA = Arrays.stream(a).average().orElse(0);
        double meanB = Arrays.stream(b).average().orElse(0);
        double both = 0;
        double squaresA = 0;
        double squaresB = 0;
        for (int i = 0; i < a.length; i++) {
            both += (a[i] - meanA) * (b[i] - meanB);
            squaresA += (a[i] - meanA) * (a[i] - meanA);
            squaresB += (b[i] - meanB) * (b[i] - meanB);
        }
        return Math.max(-1, Math.min(1, both / Math.sqrt(squaresA * squaresB)));
    }
}
