package dev.elm4j.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a figure was measured on. */
final class Host {

    private Host() {}

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
