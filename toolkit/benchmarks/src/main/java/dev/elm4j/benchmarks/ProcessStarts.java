package dev.elm4j.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How long this machine takes to start a process and see it end, outside every sandbox: the yardstick of the sandbox's
 * goals, which were set on a machine with starts of its own.
 *
 * @param pythonMs of {@code python3 -I -S -c 1}, median, in milliseconds
 * @param javaMs of {@code java -version} with the flags of the sandbox, median, in milliseconds
 */
record ProcessStarts(double pythonMs, double javaMs) {

    /** On the machine of the goals, in a warm container. */
    static final ProcessStarts OF_THE_GOALS = new ProcessStarts(5, 24);

    private static final int ROUNDS = 15;

    static ProcessStarts here() throws InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessStarts(
                median(List.of("/usr/bin/python3", "-I", "-S", "-c", "1")),
                median(List.of(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-XX:-UsePerfData",
                        "-version")));
    }

    private static double median(List<String> command) throws InterruptedException {
        var seconds = new ArrayList<Double>();
        try {
            for (int i = 0; i < ROUNDS; i++) {
                long begin = System.nanoTime();
                Process process = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                process.waitFor();
                seconds.add((System.nanoTime() - begin) / 1e9);
            }
        } catch (IOException absent) {
            return Double.NaN;
        }
        return 1e3 * new Times(seconds).median();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "Yardstick: a bare python3 starts and ends in %.1f ms here (%.0f where the goals were set: %.1f times), "
                        + "java in %.0f ms (%.0f: %.1f times)",
                pythonMs,
                OF_THE_GOALS.pythonMs,
                pythonMs / OF_THE_GOALS.pythonMs,
                javaMs,
                OF_THE_GOALS.javaMs,
                javaMs / OF_THE_GOALS.javaMs);
    }
}
