package dev.elm4j.journal;

import dev.elm4j.search.CallKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where calls are in a file, by the first half of their request's hash and by their place in the run: 20 bytes a call. What it
 * finds is to be verified. Written once; then safe for use by several threads.
 */
final class CallIndex {

    private record Entry(long print, int key, long offset) {}

    private static final Comparator<Entry> ORDER =
            Comparator.comparingLong(Entry::print).thenComparingInt(Entry::key).thenComparingLong(Entry::offset);

    private List<Entry> entries = new ArrayList<>();
    private long[] prints;
    private int[] keys;
    private long[] offsets;

    void add(CallKey key, String hash, long offset) {
        entries.add(new Entry(Canonical.print(hash), key(key), offset));
    }

    /** Nothing more comes. */
    void seal() {
        entries.sort(ORDER);
        prints = entries.stream().mapToLong(Entry::print).toArray();
        keys = entries.stream().mapToInt(Entry::key).toArray();
        offsets = entries.stream().mapToLong(Entry::offset).toArray();
        entries = null;
    }

    /** Where a call at this place with this request may be, the last first. */
    long[] at(CallKey key, String hash) {
        long print = Canonical.print(hash);
        int from = first(print, key(key));
        int to = from;
        while (to < prints.length && prints[to] == print && keys[to] == key(key)) {
            to++;
        }
        long[] found = new long[to - from];
        for (int i = 0; i < found.length; i++) {
            found[i] = offsets[to - 1 - i];
        }
        return found;
    }

    /**
     * Where a call with this request is that was made at another place; -1 if there is none. Of several, which one follows
     * from the place that asks and not from who asked before, so that threads cannot change it; neighbours get different ones.
     */
    long elsewhere(CallKey key, String hash) {
        long print = Canonical.print(hash);
        int from = first(print, Integer.MIN_VALUE);
        int count = behind(print) - from;
        return count == 0 ? -1 : offsets[from + (int) Math.floorMod(key.number() + key.call(), (long) count)];
    }

    /** The first place whose print is greater. */
    private int behind(long print) {
        return print == Long.MAX_VALUE ? prints.length : first(print + 1, Integer.MIN_VALUE);
    }

    /** The first place that is not before this print and key. */
    private int first(long print, int key) {
        int from = 0;
        int to = prints.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            boolean before = prints[middle] < print || prints[middle] == print && keys[middle] < key;
            from = before ? middle + 1 : from;
            to = before ? to : middle;
        }
        return from;
    }

    /** The same in every process, unlike the hash of an enum. */
    private static int key(CallKey key) {
        return key.toString().hashCode();
    }
}
