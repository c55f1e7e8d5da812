package dev.elm4j.journal;

import java.util.Arrays;

/**
 * Where the line of each candidate begins: 8 bytes a candidate are all that a run of any length keeps in memory. Safe for use
 * by several threads.
 */
final class Offsets {

    private long[] offsets = new long[64];
    private int size;
    private long end;

    /** One more batch: where its lines begin, and where the last one ends. */
    synchronized void add(long[] begins, int count, long batchEnd) {
        if (size + count > offsets.length) {
            offsets = Arrays.copyOf(offsets, Math.max(size + count, offsets.length + (offsets.length >> 1)));
        }
        System.arraycopy(begins, 0, offsets, size, count);
        size += count;
        end = batchEnd;
    }

    /** Where the line of a candidate begins. */
    synchronized long of(long candidate) {
        if (candidate < 0 || candidate >= size) {
            throw new IndexOutOfBoundsException(
                    "There is no candidate %,d in the journal; it holds %,d.".formatted(candidate, size));
        }
        return offsets[(int) candidate];
    }

    /** Number of candidates. */
    synchronized int size() {
        return size;
    }

    /** Bytes that are whole and stay as they are. */
    synchronized long end() {
        return end;
    }
}
