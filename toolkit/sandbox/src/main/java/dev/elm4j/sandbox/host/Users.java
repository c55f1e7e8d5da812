package dev.elm4j.sandbox.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Who has which user ids on this machine. */
final class Users {

    private static final Path GETENT = Path.of("/usr/bin/getent");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Users() {}

    /** Whether all of them exist in this space of users. */
    static boolean exist(UidRange range) throws IOException {
        return Files.readAllLines(Path.of("/proc/self/uid_map")).stream()
                .map(line -> line.strip().split("\\s+"))
                .anyMatch(fields -> holds(Long.parseLong(fields[0]), Long.parseLong(fields[2]), range));
    }

    private static boolean holds(long first, long count, UidRange range) {
        return first <= range.first() && range.last() < first + count;
    }

    /** Whether some of them belong to somebody, or to somebody's containers, by this machine's own files. */
    static boolean have(UidRange range) {
        return lines("/etc/passwd").anyMatch(fields -> has(fields, 2, 1, range))
                || lines("/etc/subuid").anyMatch(fields -> has(fields, 1, number(fields, 2), range));
    }

    private static boolean has(String[] fields, int field, long count, UidRange range) {
        long first = number(fields, field);
        return first >= 0 && first <= range.last() && range.first() < first + count;
    }

    private static long number(String[] fields, int field) {
        return fields.length > field && fields[field].matches("\\d{1,10}") ? Long.parseLong(fields[field]) : -1;
    }

    private static Stream<String[]> lines(String file) {
        try {
            return Files.readAllLines(Path.of(file), StandardCharsets.ISO_8859_1).stream()
                    .map(line -> line.split(":"));
        } catch (IOException absent) {
            return Stream.of();
        }
    }

    /**
     * Whether a directory (LDAP and the like), asked about a few of them, knows somebody. Without {@code getent} there is none.
     *
     * @throws IOException if it does not answer: then nobody knows whose they are
     */
    static boolean known(UidRange range) throws IOException, InterruptedException {
        if (!Files.isExecutable(GETENT)) {
            return false;
        }
        int middle = range.first() + range.size() / 2;
        var builder = new ProcessBuilder(
                List.of(GETENT.toString(), "passwd", "" + range.first(), "" + middle, "" + range.last()));
        return !Output.of(builder, "asking who has user id " + range.first() + " (getent)", PATIENCE)
                .isBlank();
    }
}
