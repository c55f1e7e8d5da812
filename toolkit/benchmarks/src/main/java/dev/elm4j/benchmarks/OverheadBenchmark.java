package dev.elm4j.benchmarks;

import dev.elm4j.functions.Functions;
import dev.elm4j.operator.Gaussian;
import dev.elm4j.search.Search;
import java.util.Locale;

/** The search's own time per candidate, beside operator and environment: a trivial problem, the journal on. */
public final class OverheadBenchmark {

    private static final int WARM_UP = 20_000;
    private static final int MEASURED = 100_000;

    private OverheadBenchmark() {}

    public static void main(String[] arguments) {
        measure(WARM_UP, MEASURED);
    }

    static void measure(int warmUp, int measured) {
        System.out.println(Host.header(
                "search: own time per candidate on a trivial problem, journal on, batches of %d, one thread"
                        .formatted(Search.DEFAULT_BATCH),
                "at most 50 microseconds"));
        try (var scratch = Scratch.open()) {
            var search = Search.of(Functions.sphere(10), Scratch.journals(scratch.folder()))
                    .operators(Gaussian.of(0.5))
                    .seed(1);
            search.run(warmUp);
            long begin = System.nanoTime();
            search.run(measured);
            double micros = (System.nanoTime() - begin) / 1e3 / measured;
            search.close();
            System.out.printf(Locale.ROOT, "%.1f microseconds, the mean of %,d candidates%n", micros, measured);
        }
    }
}
