package dev.elm4j.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What a figure was measured on. */
final class Host {

    private Host() {}

    /** What a program prints first: what it measures, what we want, and on what it runs. */
    static String header(String measured, String goal) {
        return "%n== %s%n   goal: %s%n   %s, load average %s".formatted(measured, goal, name(), load());
    }

    /** How many programs wanted a core in the last minute, or {@code unknown}. */
    static String load() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return load < 0 ? "unknown" : String.format(Locale.ROOT, "%.2f", load);
    }

    /** Processor, cores and Java, in one line. */
    static String name() {
        return "%s, %d cores, Java %s"
                .formatted(processor(), Runtime.getRuntime().availableProcessors(), Runtime.version());
    }

    private static String processor() {
        return entry(Path.of("/proc/cpuinfo"), "model name");
    }

    /** An entry of this process' status, {@code VmRSS} or {@code VmHWM}, in megabytes; -1 where there is none. */
    static long memory(String entry) {
        String text = entry(Path.of("/proc/self/status"), entry).replaceAll("\\D", "");
        return text.isEmpty() ? -1 : Long.parseLong(text) / 1024;
    }

    private static String entry(Path file, String name) {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("");
        } catch (IOException absent) { // not Linux
            return System.getProperty("os.arch");
        }
    }
}
