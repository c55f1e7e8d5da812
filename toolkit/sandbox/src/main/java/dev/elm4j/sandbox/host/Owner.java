package dev.elm4j.sandbox.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The process that something of ours belongs to: its number and when it started, since numbers come back.
 *
 * @param pid its number
 * @param start in clock ticks since the machine started, which no correction of the clock moves
 * @param host the machine's boot and its space of process numbers: elsewhere the same number is somebody else
 */
record Owner(long pid, long start, String host) {

    private static final Pattern TEXT = Pattern.compile("(\\d+)[:-](\\d+)[:-]([0-9a-f]+)");

    /** This process. */
    static Owner current() {
        long pid = ProcessHandle.current().pid();
        return new Owner(pid, startOf(pid), hostNow());
    }

    /** One that was written as a text; empty if it is none. */
    static Optional<Owner> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Owner(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)), matcher.group(3)));
        } catch (NumberFormatException tooLong) {
            return Optional.empty();
        }
    }

    /** Whether it is surely dead: another boot of the machine, or the same space of numbers without it. */
    boolean isDead() {
        String now = hostNow();
        if (!host.equals(now)) {
            return !host.startsWith(now.substring(0, 8));
        }
        return startOf(pid) != start;
    }

    /** As a label: {@code pid:start:host}. */
    String label() {
        return pid + ":" + start + ":" + host;
    }

    /** As part of a name: {@code pid-start-host}. */
    String name() {
        return pid + "-" + start + "-" + host;
    }

    /** Field 22 of its stat; -1 if there is no such process, or it is a zombie. */
    static long startOf(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return fields[0].equals("Z") ? -1 : Long.parseLong(fields[19]);
        } catch (IOException | RuntimeException gone) {
            return -1;
        }
    }

    private static String hostNow() {
        try {
            String boot =
                    Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
            String space = Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
            return boot.substring(0, 8) + Long.toHexString(Long.parseLong(space.replaceAll("\\D", "")));
        } catch (IOException | RuntimeException unknown) {
            return "00000000";
        }
    }
}
