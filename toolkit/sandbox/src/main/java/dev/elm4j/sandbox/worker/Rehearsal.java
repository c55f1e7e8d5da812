package dev.elm4j.sandbox.worker;

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
                    .call((java.util.List<?>) inputs)
                    .run();
            ValueWriter.write(value, 100);
        } catch (ReflectiveOperationException | Mismatch | ValueWriter.TooLarge impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
