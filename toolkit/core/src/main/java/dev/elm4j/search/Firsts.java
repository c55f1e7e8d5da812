package dev.elm4j.search;

/**
 * Which candidate brought a solution first: a table from fingerprints to numbers, 24 bytes an entry and half full at least,
 * because it is the one thing of a run that grows with every candidate.
 */
final class Firsts {

    private static final int SMALLEST = 1 << 10;
    private static final int WORDS = 3;

    /** Triples: high, low, number + 1; a number of 0 is a free place. */
    private long[] table = new long[SMALLEST * WORDS];

    private int size;

    /** The number that brought this fingerprint first, or -1; then it is {@code number} from now on. */
    long putIfAbsent(Fingerprint print, long number) {
        int at = place(table, print.high(), print.low());
        if (table[at + 2] != 0) {
            return table[at + 2] - 1;
        }
        write(table, at, print.high(), print.low(), number + 1);
        size++;
        if (size * 4L > table.length / WORDS * 3L) {
            grow();
        }
        return -1;
    }

    private void grow() {
        long[] wider = new long[Math.multiplyExact(table.length, 2)];
        for (int i = 0; i < table.length; i += WORDS) {
            if (table[i + 2] != 0) {
                write(wider, place(wider, table[i], table[i + 1]), table[i], table[i + 1], table[i + 2]);
            }
        }
        table = wider;
    }

    private static void write(long[] table, int at, long high, long low, long number) {
        table[at] = high;
        table[at + 1] = low;
        table[at + 2] = number;
    }

    /** Where this fingerprint is, or the free place where it belongs. */
    private static int place(long[] table, long high, long low) {
        int places = table.length / WORDS; // a power of two
        int at = (int) low & places - 1;
        while (table[at * WORDS + 2] != 0 && (table[at * WORDS] != high || table[at * WORDS + 1] != low)) {
            at = at + 1 & places - 1;
        }
        return at * WORDS;
    }
}
