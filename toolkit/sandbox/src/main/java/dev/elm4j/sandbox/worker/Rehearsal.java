package dev.elm4j.sandbox.worker;

import java.io.IOException;
import java.util.List;

/** Does once, on a program of its own, what a request needs, so that the classes for it are loaded before it comes. */
final class Rehearsal {

    private Rehearsal() {}

    /** The program. */
    static int[] play(int number, double[] row, String text) {
        return new int[] {number, row.length, text.length()};
    }

    static void run() {
        try {
            Object inputs = JsonReader.read("[1,[2.5],\"a\"]");
            Object value = EntryPoint.find(Rehearsal.class, "play")
                    .call((List<?>) inputs)
                    .run();
            ValueWriter.write(value, 100);
            byte[] one = {'1'};
            ProgramRun program = ProgramRun.of(List.of(one, one, one, one, one, one));
            program.load(); // no such class: a failure
            program.take(List.of(one, new byte[] {'[', '[', ']', ']'}));
            program.outcome(0);
        } catch (ReflectiveOperationException | IOException | Mismatch | TooLarge impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
