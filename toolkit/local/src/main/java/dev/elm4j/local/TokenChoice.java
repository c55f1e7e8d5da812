package dev.elm4j.local;

import dev.elm4j.model.Sampling;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;

/**
 * Draws the next token of a row by nucleus sampling (Holtzman 2020, <a href="https://arxiv.org/abs/1904.09751">The
 * curious case of neural text degeneration</a>).
 *
 * <p>Only the {@value #CANDIDATES} likeliest tokens are looked at; their probabilities are exact.
 */
final class TokenChoice {

    /** Tokens that can be drawn at all. */
    static final int CANDIDATES = 400;

    private TokenChoice() {}

    /** By what the logits are divided; for greedy choice, whose order they keep, by 1. */
    static float divisor(Sampling sampling) {
        return sampling.temperature() == 0 ? 1 : (float) sampling.temperature();
    }

    /**
     * Draws a token. Exactly one number is taken from the stream, whatever the sampling.
     *
     * @param banned tokens that are not to be drawn, unless all are banned
     */
    static int draw(NextTokens next, int row, Sampling sampling, IntPredicate banned, SplittableRandom random) {
        double uniform = random.nextDouble();
        int best = firstAllowed(next, row, banned);
        if (sampling.temperature() == 0) {
            return next.token(row, best);
        }
        double[] kept = nucleus(next, row, sampling.topP(), banned);
        double total = 0;
        for (double probability : kept) {
            total += probability;
        }
        double rest = uniform * total;
        int last = best;
        for (int rank = 0; rank < kept.length; rank++) {
            if (kept[rank] > 0) {
                last = rank;
                rest -= kept[rank];
                if (rest < 0) {
                    break;
                }
            }
        }
        return next.token(row, last);
    }

    /** Probabilities of the likeliest allowed tokens which together reach the share; 0 for all others. */
    private static double[] nucleus(NextTokens next, int row, double share, IntPredicate banned) {
        double[] kept = new double[next.count()];
        double allowed = 1;
        for (int rank = 0; rank < kept.length; rank++) {
            if (banned.test(next.token(row, rank))) {
                allowed -= next.probability(row, rank);
            }
        }
        double mass = 0;
        for (int rank = 0; rank < kept.length && mass < share * allowed; rank++) {
            if (!banned.test(next.token(row, rank))) {
                kept[rank] = next.probability(row, rank);
                mass += kept[rank];
            }
        }
        return kept;
    }

    private static int firstAllowed(NextTokens next, int row, IntPredicate banned) {
        for (int rank = 0; rank < next.count(); rank++) {
            if (!banned.test(next.token(row, rank))) {
                return rank;
            }
        }
        return 0;
    }
}
