package dev.elm4j.archive;

/**
 * What became of the children of an elite while it has been in the archive.
 *
 * <pre>{@code
 * var lengths = Archive.<String>of(Tessellation.grid(Axis.of("length", 0, 80)));
 * lengths.add(12, "hello", 0.5, Measures.of(5));        // candidate 12
 * lengths.bred(12, true);
 * lengths.bred(12, false);
 * lengths.offspring(lengths.best()).entered();          // 1
 * lengths.offspring(lengths.best()).refused();          // 1
 * }</pre>
 *
 * @param entered children that entered the archive (new, improved or added)
 * @param refused children that did not, failures included
 */
public record Offspring(int entered, int refused) {

    /** No children yet. */
    public static final Offspring NONE = new Offspring(0, 0);

    Offspring plus(boolean enters) {
        return enters ? new Offspring(entered + 1, refused) : new Offspring(entered, refused + 1);
    }
}
