package dev.elm4j.sandbox;

import java.util.HashMap;
import java.util.Map;

/**
 * Counts the keys of a map that share a hash code. A map of Java's finds keys of one code fast only where all are of one class
 * that has an order, and searches others one by one; a program can choose them so that reading its map takes minutes.
 */
final class Crowds {

    /** How many keys of one hash code a map may have. Maps that nobody made for it have a few at most. */
    static final int MOST = 50;

    private final Map<Integer, Integer> sizes = new HashMap<>();

    /** Whether a map with this key too can still be searched. */
    boolean admit(Object key) {
        return key == null || sizes.merge(key.hashCode(), 1, Integer::sum) <= MOST;
    }
}
