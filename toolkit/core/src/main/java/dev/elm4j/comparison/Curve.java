package dev.elm4j.comparison;

import java.util.List;

/**
 * How one run came to where it is compared, for a plot.
 *
 * <pre>{@code
 * for (Curve curve : compared.curves()) {
 *     double end = curve.points().get(curve.points().size() - 1).qdScore();
 * }
 * }</pre>
 *
 * @param arm its name
 * @param seed of the run
 * @param points at most {@value #MOST}, evenly thinned, by rising cost; empty if the first batch passed the budget
 */
public record Curve(String arm, long seed, List<CurvePoint> points) {

    /** No curve has more points. */
    public static final int MOST = 200;

    public Curve {
        points = List.copyOf(points);
    }
}
