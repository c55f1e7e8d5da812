package dev.elm4j.operator;

import dev.elm4j.archive.Archive;
import java.util.HashMap;
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

    /**
     * Different numbers below {@code size}, all with the same probability, in random order: the first {@code count} of a
     * Fisher-Yates shuffle of which only the moved places are kept, so that 2 of 10,000 do not cost 10,000.
     */
    static int[] distinct(int size, int count, SplittableRandom random) {
        if (count == 1) { // most operators; spares the bookkeeping
            return new int[] {random.nextInt(size)};
        }
        var chosen = new int[Math.min(count, size)];
        var moved = new HashMap<Integer, Integer>();
        for (int i = 0; i < chosen.length; i++) {
            int at = i + random.nextInt(size - i);
            chosen[i] = moved.getOrDefault(at, at);
            moved.put(at, moved.getOrDefault(i, i));
        }
        return chosen;
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
