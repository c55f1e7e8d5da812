package dev.elm4j.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Cuts a stream into lines without copying them; a last line without its line feed is torn, and no line. */
final class Lines implements AutoCloseable {

    private static final int LONGEST = 1 << 30;

    private final InputStream in;
    private byte[] buffer = new byte[1 << 16];
    /** The bytes that are read and not given yet. */
    private int from;

    private int to;
    private int start;
    private int length;
    private long number;
    private long end;

    Lines(InputStream in) {
        this.in = in;
    }

    /** Goes to the next whole line, if there is one. */
    boolean next() throws IOException {
        int scanned = from;
        do {
            for (int i = scanned; i < to; i++) {
                if (buffer[i] == '\n') {
                    give(i);
                    return true;
                }
            }
            scanned = to - from; // where the unread bytes end once they are moved to the front
        } while (fill());
        return false;
    }

    private void give(int lineFeed) {
        start = from;
        length = lineFeed - from;
        from = lineFeed + 1;
        end += length + 1L;
        number++;
    }

    private boolean fill() throws IOException {
        System.arraycopy(buffer, from, buffer, 0, to - from);
        to -= from;
        from = 0;
        if (to == buffer.length) {
            if (to >= LONGEST) {
                throw new IOException("line %,d is longer than %,d bytes".formatted(number + 1, LONGEST));
            }
            buffer = Arrays.copyOf(buffer, 2 * to);
        }
        int read = in.read(buffer, to, buffer.length - to);
        to += Math.max(0, read);
        return read > 0;
    }

    /** The present line as a JSON object. */
    JsonNode object() {
        return Json.object(buffer, start, length);
    }

    /** The entries of the present line up to the first of this name; the rest may be long and is not looked at. */
    ObjectNode head(String until) {
        return Json.head(buffer, start, length, until);
    }

    /** Number of the present line, from 1. */
    long number() {
        return number;
    }

    /** Where the present line begins, in bytes from the first line on. */
    long begin() {
        return end - length - 1;
    }

    /** Bytes up to the end of the present line, its line feed included. */
    long end() {
        return end;
    }

    /** Bytes of the present line, without its line feed. */
    int length() {
        return length;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
