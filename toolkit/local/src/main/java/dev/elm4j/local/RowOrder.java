package dev.elm4j.local;

/**
 * In which order the rows of a stored matrix are taken.
 *
 * <p>GGUF files of the Llama family store each head of the query and key matrices with the two halves of its rotary pairs
 * interleaved; the decoder wants them one after the other.
 *
 * @param group rows that are reordered among themselves, at least 1
 * @param interleaved whether row {@code i} of the first half is stored at {@code 2 i} and of the second at {@code 2 i + 1}
 */
record RowOrder(int group, boolean interleaved) {

    /** As they lie in the file. */
    static final RowOrder STORED = new RowOrder(1, false);

    /** Heads of this many rows, un-interleaved. */
    static RowOrder rotary(int headSize) {
        return new RowOrder(headSize, true);
    }

    /** The place in the file's group of row {@code row} of the group. */
    int stored(int row) {
        if (!interleaved) {
            return row;
        }
        int half = group / 2;
        return 2 * (row % half) + row / half;
    }
}
