package dev.elm4j.local;

import java.util.Arrays;

/**
 * New tokens of some rows, all of one length, which the decoder takes in one step.
 *
 * @param rows number of rows
 * @param ids {@code long[rows * length]}
 * @param positions their places in their texts, same shape
 * @param groups {@code long[rows * (past + length)]}: which cached and new tokens see each other, see
 *     {@link LlamaScript}; empty if a single token sees all
 */
record TokenBlock(int rows, long[] ids, long[] positions, long[] groups) {

    /** Group of tokens that those after them see. */
    static final long TEXT = 0;
    /** Group of tokens that only fill a row up. */
    static final long PADDING = -1;

    /** One row of a text's tokens from a place on. */
    static TokenBlock of(long[] tokens, int from, int to) {
        long[] ids = Arrays.copyOfRange(tokens, from, to);
        long[] positions = new long[ids.length];
        for (int i = 0; i < ids.length; i++) {
            positions[i] = from + i;
        }
        return new TokenBlock(1, ids, positions, new long[to]);
    }

    int length() {
        return ids.length / rows;
    }
}
