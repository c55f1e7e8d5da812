package dev.elm4j.benchmarks;

import dev.elm4j.archive.Axis;
import dev.elm4j.archive.Statistics;
import dev.elm4j.archive.Tessellation;
import dev.elm4j.functions.Functions;
import dev.elm4j.operator.Gaussian;
import dev.elm4j.operator.IsoLine;
import dev.elm4j.operator.Operator;
import dev.elm4j.search.RunOpener;
import dev.elm4j.search.Search;
import java.util.List;
import java.util.Locale;

/**
 * pyribs' sphere experiment: 100 dimensions, 10,000 cells, 10,000 iterations of 540 evaluations from x0 = 0, against the
 * scores that pyribs publishes (means of 20 trials, +- 3 standard deviations). Arguments: iterations, then the arms, then
 * {@code seeds=n} for more runs of each.
 *
 * <p>Published: <a href="https://docs.pyribs.org/en/stable/examples/sphere.html">pyribs, examples/sphere</a>.
 */
public final class SphereExperiment {

    private static final int DIMENSIONS = 100;
    private static final int BATCH = 540;
    private static final int ITERATIONS = 10_000;
    private static final int BINS = 100;
    private static final double RANGE = 256;
    private static final double SIGMA = 0.5;
    private static final double LINE = 0.2;

    /** What pyribs publishes; a deviation of NaN is not published. */
    private enum Published {
        MAP_ELITES(416_111.64, 2_681.37, 0.5072, 0.0040),
        LINE_MAP_ELITES(491_013.92, 1_118.74, 0.6044, 0.0017),
        CVT_MAP_ELITES(416_350, 3_942, 0.5067, Double.NaN);

        private final double qdScore;
        private final double qdDeviation;
        private final double coverage;
        private final double coverageDeviation;

        Published(double qdScore, double qdDeviation, double coverage, double coverageDeviation) {
            this.qdScore = qdScore;
            this.qdDeviation = qdDeviation;
            this.coverage = coverage;
            this.coverageDeviation = coverageDeviation;
        }

        private String arm() {
            return name().toLowerCase(Locale.ROOT);
        }

        private Operator<double[]> operator() {
            return this == LINE_MAP_ELITES ? IsoLine.of(SIGMA, LINE) : Gaussian.of(SIGMA);
        }

        private Tessellation cells(long seed) {
            Axis[] axes = {
                Axis.of("first half", -RANGE, RANGE).bins(BINS),
                Axis.of("second half", -RANGE, RANGE).bins(BINS)
            };
            return this == CVT_MAP_ELITES ? Tessellation.cvt(BINS * BINS, seed, axes) : Tessellation.grid(axes);
        }
    }

    private static final String SEEDS = "seeds=";

    private SphereExperiment() {}

    public static void main(String[] arguments) {
        int iterations = arguments.length == 0 ? ITERATIONS : Integer.parseInt(arguments[0]);
        List<String> rest = List.of(arguments).subList(Math.min(1, arguments.length), arguments.length);
        long seeds = rest.stream()
                .filter(word -> word.startsWith(SEEDS))
                .mapToLong(word -> Long.parseLong(word.substring(SEEDS.length())))
                .findFirst()
                .orElse(1);
        List<String> wanted =
                rest.stream().filter(word -> !word.startsWith(SEEDS)).toList();
        System.out.println(Host.name());
        for (Published arm : Published.values()) {
            if (wanted.isEmpty() || wanted.contains(arm.arm())) {
                for (long seed = 1; seed <= seeds; seed++) {
                    measure(arm, iterations, seed);
                }
            }
        }
    }

    private static void measure(Published arm, int iterations, long seed) {
        long begin = System.nanoTime();
        Search<double[]> search = Search.of(Functions.sphere(DIMENSIONS), RunOpener.forgetful())
                .operators(arm.operator())
                .tessellation(arm.cells(seed))
                .batch(BATCH)
                .seed(seed)
                .name(arm.arm());
        double prepared = (System.nanoTime() - begin) / 1e9;
        search.run(Math.multiplyExact(iterations, BATCH));
        double seconds = (System.nanoTime() - begin) / 1e9;
        Statistics found = search.archive().statistics();
        System.out.printf(
                Locale.ROOT,
                "%s, seed %d, %,d iterations: %.0f s (%.1f microseconds per evaluation, cells %.1f s)%n",
                arm.arm(),
                seed,
                iterations,
                seconds,
                1e6 * (seconds - prepared) / iterations / BATCH,
                prepared);
        boolean whole = iterations == ITERATIONS;
        print("QD score", found.qdScore(), whole, arm.qdScore, arm.qdDeviation);
        print("coverage", 100 * found.coverage(), whole, 100 * arm.coverage, 100 * arm.coverageDeviation);
    }

    private static void print(String metric, double found, boolean whole, double mean, double deviation) {
        String beside = whole ? beside(found, mean, deviation) : "nothing published for so many iterations";
        System.out.printf(Locale.ROOT, "    %s %,.2f   %s%n", metric, found, beside);
    }

    private static String beside(double found, double mean, double deviation) {
        if (Double.isNaN(deviation)) {
            return String.format(Locale.ROOT, "pyribs %,.2f, no deviation published", mean);
        }
        String verdict = Math.abs(found - mean) <= 3 * deviation ? "inside" : "OUTSIDE";
        return String.format(Locale.ROOT, "pyribs %,.2f +- %,.2f: %s", mean, 3 * deviation, verdict);
    }
}
