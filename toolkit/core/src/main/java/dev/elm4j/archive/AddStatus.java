package dev.elm4j.archive;

/**
 * What became of a solution that was offered to an archive; the order is that of pyribs, from worst to best.
 *
 * <pre>{@code
 * AddStatus.NOT_ADDED.word();                              // "not added"
 * AddStatus.NEW.compareTo(AddStatus.IMPROVED);             // 1, a new cell is worth more
 * }</pre>
 */
public enum AddStatus {
    /** The cell's elite is at least as good, or its threshold at least as high: the archive is as before. */
    NOT_ADDED,
    /** It entered a cell that holds several solutions, without being better than the best of them. */
    ADDED,
    /** The solution was strictly better than the elite of its cell, or than the cell's soft threshold. */
    IMPROVED,
    /** The cell was empty. */
    NEW;

    /** The word that tables show: {@code not added}, {@code added}, {@code improved}, {@code new}. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
