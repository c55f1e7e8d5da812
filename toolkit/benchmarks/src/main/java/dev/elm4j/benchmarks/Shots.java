package dev.elm4j.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * How JMH is to shoot.
 *
 * @param forks JVMs of their own; 0 shoots in this one, for tests
 * @param warmUps shots that are not counted, per fork, at least; in a fork so many that the compiler is through with them
 * @param counted shots per fork
 */
record Shots(int forks, int warmUps, int counted) {

    /** One thread beside the compiler's: the collector that stops the program, and a heap that need not grow. */
    static final List<String> JVM = List.of("-Xms1g", "-Xmx1g", "-XX:+UseSerialGC");

    /** After so many entries the just-in-time compiler has nothing left to do; pyribs' code was compiled before. */
    private static final int WARM_UP_ENTRIES = 10_000_000;

    static final Shots FULL = new Shots(2, 20, 20);

    int rounds() {
        return Math.max(1, forks) * counted;
    }

    @Override
    public String toString() {
        return "%d forks of %d or more warm-up shots (%,d entries) and %d counted shots, %s"
                .formatted(forks, warmUps, WARM_UP_ENTRIES, counted, String.join(" ", JVM));
    }

    private int warmUps(ArchiveRow row) {
        return forks == 0 ? warmUps : Math.max(warmUps, WARM_UP_ENTRIES / row.entries());
    }

    Times of(ArchiveRow row) {
        System.setProperty("jmh.ignoreLock", "true"); // another user's run is none of ours
        var options = new OptionsBuilder()
                .include("^" + ArchiveWork.class.getName() + "\\." + row.work() + "$")
                .param("name", row.name())
                .mode(Mode.SingleShotTime)
                .timeUnit(TimeUnit.SECONDS)
                .forks(forks)
                .warmupIterations(warmUps(row))
                .measurementIterations(counted)
                .jvmArgs(JVM.toArray(String[]::new))
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .build();
        try {
            RunResult result = new Runner(options).runSingle();
            return new Times(result.getBenchmarkResults().stream()
                    .flatMap(fork -> fork.getIterationResults().stream())
                    .map(shot -> shot.getPrimaryResult().getScore())
                    .toList());
        } catch (RunnerException fault) {
            throw new IllegalStateException("JMH could not run row '%s': %s".formatted(row, fault.getMessage()), fault);
        }
    }
}
