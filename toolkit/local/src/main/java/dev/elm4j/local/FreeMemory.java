package dev.elm4j.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How much memory this process may still take. */
final class FreeMemory {

    private static final Pattern AVAILABLE = Pattern.compile("MemAvailable:\\s+(\\d{1,15}) kB");
    private static final Pattern RECLAIMABLE = Pattern.compile("(?:^|\n)(?:total_)?inactive_file (\\d{1,18})");

    private FreeMemory() {}

    /** Bytes; empty where the system does not tell (it is not Linux). */
    static OptionalLong bytes() {
        return bytes(Path.of("/"));
    }

    /** @param root of the file system, below which {@code proc} and {@code sys} lie */
    static OptionalLong bytes(Path root) {
        Path group = root.resolve("sys/fs/cgroup");
        return Stream.of(
                        available(text(root.resolve("proc/meminfo"))),
                        left(group, "memory.max", "memory.current", "memory.stat"),
                        left(group.resolve("memory"), "memory.limit_in_bytes", "memory.usage_in_bytes", "memory.stat"))
                .flatMapToLong(OptionalLong::stream)
                .min();
    }

    /**
     * Compares with what a model needs.
     *
     * @param need bytes
     * @param free bytes, if known
     * @throws IllegalStateException with a sentence if there is too little
     */
    static void check(String model, long need, OptionalLong free) {
        if (free.isPresent() && free.getAsLong() < need) {
            throw new IllegalStateException(
                    "The model %s needs %,d MB of memory, but only %,d MB are free. Close other programs or models, take a smaller one, or a precision of 16 bits."
                            .formatted(model, need >> 20, free.getAsLong() >> 20));
        }
    }

    private static OptionalLong available(String meminfo) {
        return number(AVAILABLE, meminfo, 1024);
    }

    /** The limit of a control group less what it uses; pages of files can be taken back. */
    private static OptionalLong left(Path group, String limit, String usage, String statistics) {
        String most = text(group.resolve(limit)).strip();
        String used = text(group.resolve(usage)).strip();
        if (!most.matches("\\d{1,18}") || !used.matches("\\d{1,18}")) {
            return OptionalLong.empty(); // no limit: "max", or a number too large for one
        }
        long files = number(RECLAIMABLE, text(group.resolve(statistics)), 1).orElse(0);
        return OptionalLong.of(Math.max(0, Long.parseLong(most) - Long.parseLong(used) + files));
    }

    private static OptionalLong number(Pattern pattern, String text, long unit) {
        Matcher found = pattern.matcher(text);
        return found.find() ? OptionalLong.of(unit * Long.parseLong(found.group(1))) : OptionalLong.empty();
    }

    private static String text(Path file) {
        try {
            return Files.isReadable(file) ? Files.readString(file) : "";
        } catch (IOException unreadable) {
            return "";
        }
    }
}
