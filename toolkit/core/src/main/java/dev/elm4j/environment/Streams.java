package dev.elm4j.environment;

import java.util.SplittableRandom;

/**
 * Random streams by name instead of by history: the stream of a candidate depends on the run's seed, the step and the
 * candidate's number alone, so that threads, resumes and splits of a run cannot change it.
 *
 * <pre>{@code
 * Streams.of(7, Streams.Step.PLAN, 12).nextInt(100);   // always the same number
 * }</pre>
 *
 * <p>The three values are mixed with the finaliser of SplitMix64 (Steele 2014,
 * <a href="https://doi.org/10.1145/2660193.2660195">Fast splittable pseudorandom number generators</a>), which also
 * drives {@link SplittableRandom}.
 */
public final class Streams {

    /** What a stream is for; a candidate has one stream per step. */
    public enum Step {
        /** Choosing operator and parents. */
        PLAN,
        /** Proposing the solution. */
        PROPOSE,
        /** Scoring it. */
        EVALUATE,
        /** Scoring an elite again. */
        REEVALUATE
    }

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Streams() {}

    /** A generator at the start of the stream of this seed, step and number. */
    public static SplittableRandom of(long seed, Step step, long number) {
        return new SplittableRandom(mix(mix(mix(seed) + step.ordinal() + 1) + number));
    }

    private static long mix(long value) {
        long z = value + GOLDEN;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
