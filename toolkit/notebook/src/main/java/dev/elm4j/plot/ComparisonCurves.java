package dev.elm4j.plot;

import dev.elm4j.comparison.ComparisonTable;
import dev.elm4j.comparison.Curve;
import dev.elm4j.comparison.CurvePoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How the arms of a comparison grow: per arm the median of its runs as a strong line, and each run as a thin one, over the
 * cost by which they are compared.
 *
 * <pre>{@code
 * Figure curves = ComparisonCurves.of(compared);
 * }</pre>
 */
public final class ComparisonCurves {

    /** A median has no more points, so that a figure stays light. */
    private static final int MOST = 200;

    private final ComparisonTable table;
    private final List<Curve> curves;

    private ComparisonCurves(ComparisonTable table) {
        this.table = table;
        this.curves = table.curves();
    }

    /** QD score, coverage and best, one below the other. */
    public static Figure of(ComparisonTable table) {
        var curves = new ComparisonCurves(table);
        var panels = List.of(
                curves.panel("coverage (%)", point -> 100 * point.coverage()),
                curves.panel("QD score", CurvePoint::qdScore),
                curves.panel("best", CurvePoint::best));
        String title = "%s: %d arms, %s"
                .formatted(
                        table.name(),
                        table.arms().size(),
                        table.runs().size() == 1 ? "1 run" : table.runs().size() + " runs");
        return CurveSpec.figure(
                new CurveDrawing(title, table.cost().unit(), panels, "median of each arm, and its runs"),
                ComparisonSheet.heading(table));
    }

    private Panel panel(String title, ToDoubleFunction<CurvePoint> value) {
        var thin = new ArrayList<Panel.Line>();
        var medians = new ArrayList<Panel.Line>();
        List<String> arms = table.arms();
        for (int i = 0; i < arms.size(); i++) {
            String arm = arms.get(i);
            String colour = Panel.colour(i);
            List<List<Panel.Point>> runs = curves.stream()
                    .filter(curve -> curve.arm().equals(arm))
                    .map(curve -> points(curve, value))
                    .toList();
            if (runs.size() > 1) {
                runs.forEach(run -> thin.add(new Panel.Line(arm, colour, Panel.Stroke.THIN, run)));
            }
            medians.add(new Panel.Line(arm, colour, Panel.Stroke.FULL, median(runs)));
        }
        thin.addAll(medians);
        return new Panel(title, thin);
    }

    private static List<Panel.Point> points(Curve curve, ToDoubleFunction<CurvePoint> value) {
        return curve.points().stream()
                .map(point -> new Panel.Point(point.cost(), value.applyAsDouble(point)))
                .toList();
    }

    /** At each cost the median of where the runs stood then; a gap where less than half of them had anything. */
    private static List<Panel.Point> median(List<List<Panel.Point>> runs) {
        double[] costs = runs.stream()
                .flatMap(List::stream)
                .mapToDouble(Panel.Point::x)
                .sorted()
                .distinct()
                .toArray();
        var points = new ArrayList<Panel.Point>();
        for (int i = 0; i < Math.min(MOST, costs.length); i++) {
            double cost = costs[(int) ((long) (i + 1) * costs.length / Math.min(MOST, costs.length)) - 1];
            double[] values =
                    runs.stream().mapToDouble(run -> at(run, cost)).sorted().toArray();
            points.add(new Panel.Point(cost, middle(values)));
        }
        return points;
    }

    /** Where the run stood when it had cost so much; negative infinity, worse than all, while it had found nothing. */
    private static double at(List<Panel.Point> run, double cost) {
        int low = 0;
        int high = run.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (run.get(middle).x() <= cost) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        double value = low == 0 ? Double.NaN : run.get(low - 1).y();
        return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
    }

    private static double middle(double[] sorted) {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1
                ? sorted[half]
                : Arrays.stream(sorted, half - 1, half + 1).average().orElse(Double.NaN);
    }
}
