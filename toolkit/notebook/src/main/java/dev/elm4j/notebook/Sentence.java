package dev.elm4j.notebook;

import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Makes of a user's mistake what a user can read. A kernel prints an exception with its stack; the frames of this library
 * and of Java between the mistake and the user's own line say nothing to its author, so they are left out.
 */
final class Sentence {

    private Sentence() {}

    /** What {@code work} gives; a complaint of wrong input or of a wrong order points to the caller's line alone. */
    static <T> T orValue(Supplier<T> work) {
        try {
            return work.get();
        } catch (IllegalArgumentException | IllegalStateException complaint) {
            if (complaint.getCause() == null) { // otherwise something broke, and every frame may help
                complaint.setStackTrace(fromTheUser(complaint.getStackTrace()));
            }
            throw complaint;
        }
    }

    private static StackTraceElement[] fromTheUser(StackTraceElement[] frames) {
        return Arrays.stream(frames).dropWhile(Sentence::isOurs).toArray(StackTraceElement[]::new);
    }

    private static boolean isOurs(StackTraceElement frame) {
        return frame.getClassName().startsWith("dev.elm4j.")
                || frame.getClassName().startsWith("java.");
    }
}
