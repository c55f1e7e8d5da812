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
 * @param warmUps shots that are not counted, per fork
 * @param counted shots per fork
 */
record Shots(int forks, int warmUps, int counted) {

    /** One thread beside the compiler's: the collector that stops the program, and a heap that need not grow. */
    static final List<String> JVM = List.of("-Xms1g", "-Xmx1g", "-XX:+UseSerialGC");

    static final Shots FULL = new Shots(2, 20, 20);

    int rounds() {
        return Math.max(1, forks) * counted;
    }

    @Override
    public String toString() {
        return "%d forks of %d warm-up and %d counted shots, %s"
                .formatted(forks, warmUps, counted, String.join(" ", JVM));
    }

    Times of(ArchiveRow row) {
        System.setProperty("jmh.ignoreLock", "true"); // another user's run is none of ours
        var options = new OptionsBuilder()
                .include("^" + ArchiveWork.class.getName() + "\\." + row.work() + "$")
                .param("name", row.name())
                .mode(Mode.SingleShotTime)
                .timeUnit(TimeUnit.SECONDS)
                .forks(forks)
                .warmupIterations(warmUps)
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
