package dev.elm4j.comparison;

/**
 * Where a run stood when it had cost so much, by its passive archive.
 *
 * <pre>{@code
 * CurvePoint first = compared.curves().get(0).points().get(0);
 * first.cost();       // 10
 * }</pre>
 *
 * @param cost in the comparison's unit
 * @param qdScore QD score, less the comparison's offset per elite
 * @param coverage in [0, 1]
 * @param best greatest objective, NaN while nothing was found
 */
public record CurvePoint(double cost, double qdScore, double coverage, double best) {}
