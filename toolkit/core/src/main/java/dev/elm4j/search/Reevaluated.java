package dev.elm4j.search;

import dev.elm4j.archive.Measures;

/**
 * What several fresh evaluations of one elite came to. The evaluation that made it an elite is not among them: it was
 * selected for being high, so a mean that holds it is too high.
 *
 * @param candidate number of the candidate that brought the elite
 * @param before its objective until now
 * @param samples fresh evaluations that gave a score
 * @param failed fresh evaluations that failed
 * @param mean of the objectives of the samples; NaN if all failed
 * @param spread standard deviation of these objectives (divisor n - 1); 0 for one sample, NaN for none
 * @param measures means of the measures; those of before if all failed
 */
public record Reevaluated(
        long candidate, double before, int samples, int failed, double mean, double spread, Measures measures) {}
