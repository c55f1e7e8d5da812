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
 * @param place where that number means it, and to whom
 */
record Owner(long pid, long start, Place place) {

    /** How an owner looks in a name. */
    static final String NAME = "\\d{1,18}-\\d{1,18}-" + Place.TEXT;

    private static final Pattern TEXT = Pattern.compile("(\\d{1,18})[:-](\\d{1,18})[:-](" + Place.TEXT + ")");

    /** This process. */
    static Owner current() {
        long pid = ProcessHandle.current().pid();
        return new Owner(pid, startOf(pid), Place.here());
    }

    /** One that was written as a text; empty if it is none. */
    static Optional<Owner> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new Owner(
                        Long.parseLong(matcher.group(1)),
                        Long.parseLong(matcher.group(2)),
                        Place.parse(matcher.group(3))))
                : Optional.empty();
    }

    /**
     * Whether it is surely dead: it belonged to this user of this machine, and the machine was started again since, or the
     * same space of process numbers is without it. Of other users and machines nothing is sure: their processes cannot be
     * seen from here.
     */
    boolean isDead() {
        Place here = Place.here();
        if (!place.isKnown() || !place.machine().equals(here.machine()) || place.uid() != here.uid()) {
            return false;
        }
        if (!place.boot().equals(here.boot())) {
            return true;
        }
        return place.space().equals(here.space()) && startOf(pid) != start;
    }

    /** As a label: {@code pid:start:place}. */
    String label() {
        return pid + ":" + start + ":" + place;
    }

    /** As part of a name: {@code pid-start-place}. */
    String name() {
        return pid + "-" + start + "-" + place;
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
}
