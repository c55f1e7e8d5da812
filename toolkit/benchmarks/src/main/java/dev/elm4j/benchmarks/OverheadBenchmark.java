package dev.elm4j.benchmarks;

import dev.elm4j.functions.Functions;
import dev.elm4j.journal.Journal;
import dev.elm4j.operator.Gaussian;
import dev.elm4j.search.Run;
import dev.elm4j.search.RunOpener;
import dev.elm4j.search.Search;
import dev.elm4j.search.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The search's own time per candidate, beside operator and environment: a trivial problem, the journal on. */
public final class OverheadBenchmark {

    private static final int WARM_UP = 20_000;
    private static final int MEASURED = 100_000;

    private OverheadBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("elm4j-overhead");
        RunOpener opener = new RunOpener() {
            @Override
            public <S> Run<S> open(Setup<S> setup, int threads) {
                return new Run<>(setup, threads, Journal.open(folder.resolve(setup.name()), setup));
            }
        };
        Search<double[]> search = Search.of(Functions.sphere(10), opener)
                .operators(Gaussian.of(0.5))
                .seed(1);
        search.run(WARM_UP);
        long begin = System.nanoTime();
        search.run(MEASURED);
        double micros = (System.nanoTime() - begin) / 1e3 / MEASURED;
        search.close();
        System.out.printf("%s%nown time per candidate, journal on: %.1f microseconds%n", Host.name(), micros);
    }
}
