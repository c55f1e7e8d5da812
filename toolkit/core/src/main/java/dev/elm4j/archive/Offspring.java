package dev.elm4j.archive;

/**
 * What became of the children of an elite while it has been in the archive.
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
