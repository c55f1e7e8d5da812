package dev.elm4j.operator;

import dev.elm4j.archive.Archive;
import dev.elm4j.archive.Elite;
import java.util.List;
import java.util.SplittableRandom;

/** What selections and mixtures draw. */
final class Draws {

    private Draws() {}

    /** The archive, if parents can be chosen from it. */
    static <S> Archive<S> notEmpty(Archive<S> archive) {
        if (archive.isEmpty()) {
            throw new IllegalArgumentException(
                    "The archive is empty, so it has no parents. Add a solution first; a search begins with the seeds.");
        }
        return archive;
    }

    /** The elites of up to {@code count} different cells, all with the same probability, in random order. */
    static <S> List<Elite<S>> elites(Archive<S> archive, int count, SplittableRandom random) {
        return notEmpty(archive).sampleDistinct(Math.min(count, archive.size()), random);
    }

    /**
     * An index with a probability proportional to its weight; never one of weight 0.
     *
     * @param weights finite, at least 0, with a finite sum greater than 0
     */
    static int roulette(double[] weights, SplittableRandom random) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double left = random.nextDouble() * sum;
        int last = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                if (left < weights[i]) {
                    return i;
                }
                left -= weights[i];
                last = i; // rounding may leave a rest after the last
            }
        }
        return last;
    }
}
