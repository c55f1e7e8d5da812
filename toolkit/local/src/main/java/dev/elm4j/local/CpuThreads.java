package dev.elm4j.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How many threads one operation may use. More than there are free cores makes the engine 5 to 20 times slower, because
 * its threads wait for each other after every operation.
 */
final class CpuThreads {

    private static final Path CPUS = Path.of("/proc/cpuinfo");

    private CpuThreads() {}

    /**
     * The system property {@code ai.djl.pytorch.num_threads}, else the environment's {@code OMP_NUM_THREADS}, else the
     * number of physical cores, but no more than this process may use.
     */
    static int best() {
        return number(System.getProperty("ai.djl.pytorch.num_threads"))
                .or(() -> number(System.getenv("OMP_NUM_THREADS")))
                .orElseGet(() -> Math.min(cores(lines()), Runtime.getRuntime().availableProcessors()));
    }

    /** Distinct pairs of socket and core; all processors where the lines do not tell. */
    static int cores(List<String> cpuinfo) {
        Set<String> cores = new HashSet<>();
        String socket = "";
        for (String line : cpuinfo) {
            if (line.startsWith("physical id")) {
                socket = line;
            } else if (line.startsWith("core id")) {
                cores.add(socket + line);
            }
        }
        return cores.isEmpty() ? Integer.MAX_VALUE : cores.size();
    }

    private static List<String> lines() {
        try {
            return Files.isReadable(CPUS) ? Files.readAllLines(CPUS) : List.of();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static Optional<Integer> number(String text) {
        return Optional.ofNullable(text)
                .map(String::trim)
                .filter(digits -> digits.matches("[1-9]\\d{0,3}"))
                .map(Integer::valueOf);
    }
}
