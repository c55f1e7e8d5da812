package dev.elm4j.benchmarks;

import dev.elm4j.functions.Functions;
import dev.elm4j.operator.Gaussian;
import dev.elm4j.search.Search;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A long run in a small heap: a million evaluations with the journal on, then the same run resumed from its journal, each in
 * a JVM of its own. Argument: another number of evaluations, a multiple of 10.
 */
public final class MillionBenchmark {

    private static final int EVALUATIONS = 1_000_000;
    private static final int PARTS = 10;
    /** Length of the warm-up in parts: the first part must not be slower for the compiler's sake. */
    private static final double WARM_UP = 0.5;

    private static final String HEAP = "-Xmx256m";

    private MillionBenchmark() {}

    public static void main(String[] arguments) {
        if (arguments.length == 3) { // in the JVM with the small heap
            int evaluations = Integer.parseInt(arguments[2]);
            Path folder = Path.of(arguments[1]);
            if (arguments[0].equals("run")) {
                run(folder, evaluations);
            } else {
                resume(folder, evaluations);
            }
        } else {
            System.exit(measure(arguments.length == 0 ? EVALUATIONS : Integer.parseInt(arguments[0])) ? 0 : 1);
        }
    }

    /** Whether both JVMs came to their end. */
    static boolean measure(int evaluations) {
        System.out.println(Host.header(
                "search: %,d evaluations, journal on, in a JVM with %s".formatted(evaluations, HEAP),
                "completes; last tenth / first tenth at most 1.2; its journal resumes in at most 20 s"));
        try (var scratch = Scratch.open()) {
            for (String mode : List.of("run", "resume")) {
                int status = child(mode, scratch.folder().toString(), String.valueOf(evaluations));
                if (status != 0) {
                    System.out.printf("%s: the JVM ended with %d%n", mode, status);
                    return false;
                }
            }
        }
        return true;
    }

    private static int child(String... arguments) {
        var command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-cp",
                System.getProperty("java.class.path"),
                MillionBenchmark.class.getName()));
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            try {
                process.getInputStream().transferTo(System.out);
                return process.waitFor();
            } finally {
                process.destroy();
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    private static Search<double[]> search(Path folder, String name) {
        return Search.of(Functions.sphere(10), Scratch.journals(folder))
                .operators(Gaussian.of(0.5))
                .seed(1)
                .name(name);
    }

    private static void run(Path folder, int evaluations) {
        int part = evaluations / PARTS;
        warmUp(folder, Math.max(1, (int) (WARM_UP * part)));
        var search = search(folder, "million");
        double[] micros = new double[PARTS];
        System.out.print("microseconds per evaluation, by tenths:");
        for (int i = 0; i < PARTS; i++) {
            long begin = System.nanoTime();
            search.run(part);
            micros[i] = (System.nanoTime() - begin) / 1e3 / part;
            System.out.printf(Locale.ROOT, " %.1f", micros[i]);
        }
        search.close();
        System.out.printf(
                Locale.ROOT,
                "%nlast / first: %.2f; peak resident memory %,d MB%n",
                micros[PARTS - 1] / micros[0],
                Host.memory("VmHWM"));
    }

    /** In a method of its own, so that nothing of it stays in the heap. */
    private static void warmUp(Path folder, int evaluations) {
        var search = search(folder, "warm-up");
        search.run(evaluations);
        search.close();
    }

    private static void resume(Path folder, int evaluations) {
        long begin = System.nanoTime();
        var search = search(folder, "million");
        long candidates = search.progress().candidates();
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (candidates < evaluations) {
            throw new IllegalStateException(
                    "Expected %,d candidates in the journal, but found %,d.".formatted(evaluations, candidates));
        }
        search.run(1); // it goes on
        search.close();
        System.out.printf(
                Locale.ROOT,
                "resumed %,d candidates in %.1f s; peak resident memory %,d MB%n",
                candidates,
                seconds,
                Host.memory("VmHWM"));
    }
}
