package dev.elm4j.sandbox.host;

import java.nio.charset.StandardCharsets;

/** The end of what somebody wrote: who writes there without end must not fill the kernel's memory. Thread safe. */
final class LastWords {

    private static final int MOST = 4_096;

    private final StringBuilder words = new StringBuilder();

    synchronized void add(byte[] bytes, int length) {
        words.append(new String(bytes, 0, length, StandardCharsets.UTF_8));
        words.delete(0, Math.max(0, words.length() - MOST));
    }

    @Override
    public synchronized String toString() {
        return words.toString();
    }
}
