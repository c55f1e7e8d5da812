package dev.elm4j.local;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The text of a row while it is written, byte by byte, and whether a stop string has ended it.
 *
 * <p>A stop string before anything visible does not end the text but is passed over, with the blank space before it:
 * models often begin with an empty line. Not thread-safe.
 */
final class WrittenText {

    private final List<String> stops;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private String text = "";
    private boolean stopped;

    WrittenText(List<String> stops) {
        this.stops = stops.stream().filter(stop -> !stop.isEmpty()).toList();
    }

    /** Adds the bytes of a token. */
    void append(byte[] token) {
        bytes.writeBytes(token);
        if (!stops.isEmpty()) {
            text = bytes.toString(StandardCharsets.UTF_8);
            cutAtStop();
        }
    }

    boolean stopped() {
        return stopped;
    }

    /** What was written before the stop string; half a character at the end is left out. */
    String text() {
        String whole = stops.isEmpty() ? bytes.toString(StandardCharsets.UTF_8) : text;
        int end = whole.length();
        while (!stopped && end > 0 && whole.charAt(end - 1) == '\uFFFD') {
            end--;
        }
        return whole.substring(0, end);
    }

    /** The beginning of the text that will not change whatever follows: no half character, no beginning of a stop string. */
    String settled() {
        String whole = text();
        if (stopped || stops.isEmpty()) {
            return whole;
        }
        if (whole.isBlank()) {
            return ""; // what is blank before a stop string is passed over
        }
        int end = whole.length();
        for (String stop : stops) {
            for (int length = Math.min(stop.length() - 1, whole.length()); length > 0; length--) {
                if (whole.endsWith(stop.substring(0, length))) {
                    end = Math.min(end, whole.length() - length);
                    break;
                }
            }
        }
        return whole.substring(0, end);
    }

    private void cutAtStop() {
        int from = 0;
        for (Found next = find(from); next.at >= 0; next = find(from)) {
            if (!text.substring(from, next.at).isBlank()) {
                text = text.substring(from, next.at);
                stopped = true;
                return;
            }
            from = next.at + next.length;
        }
        text = text.substring(from);
    }

    /** The first stop string from a place on; of those at one place, the longest. */
    private Found find(int from) {
        Found first = new Found(-1, 0);
        for (String stop : stops) {
            int at = text.indexOf(stop, from);
            if (at >= 0 && (first.at < 0 || at < first.at || at == first.at && stop.length() > first.length)) {
                first = new Found(at, stop.length());
            }
        }
        return first;
    }

    private record Found(int at, int length) {}
}
