package dev.elm4j.sandbox.worker;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;

/** Text of which every byte, in UTF-8, is counted before it is kept. */
final class BoundedText {

    private final StringBuilder out = new StringBuilder();
    private long room;

    BoundedText(long room) {
        this.room = room;
    }

    byte[] bytes() {
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    int length() {
        return out.length();
    }

    /** Whether so many bytes would be too many. */
    boolean isFull(long bytes) {
        return bytes > room;
    }

    /** In quotes, escaped; half of a surrogate pair becomes U+FFFD. */
    void string(String text) throws TooLarge {
        reserve(text.length());
        put("\"");
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (next == '"' || next == '\\') {
                put(next == '"' ? "\\\"" : "\\\\");
            } else if (next < ' ') {
                put(next < 16 ? "\\u000" : "\\u00");
                put(Integer.toHexString(next));
            } else if (next < 128) {
                room--;
                out.append(next);
            } else {
                i += wide(text, i) - 1;
            }
        }
        put("\"");
    }

    /** Writes the character that begins at {@code i}, half a pair as U+FFFD, and returns how many chars it has. */
    private int wide(String text, int i) throws TooLarge {
        int code = text.codePointAt(i);
        boolean half = code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
        reserve(code < 0x800 ? 2 : code < 0x10000 ? 3 : 4);
        room -= code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
        out.appendCodePoint(half ? 0xFFFD : code);
        return Character.charCount(code);
    }

    void put(String ascii) throws TooLarge {
        reserve(ascii.length());
        room -= ascii.length();
        out.append(ascii);
    }

    void reserve(long bytes) throws TooLarge {
        if (bytes > room) {
            throw tooManyBytes();
        }
    }

    static TooLarge tooManyBytes() {
        return new TooLarge("the values have more bytes than the limit allows");
    }

    /** Takes what was written since {@code start} away again, without its comma; its bytes stay counted. */
    String cut(int start) {
        String text = out.substring(out.charAt(start) == ',' ? start + 1 : start);
        out.setLength(start);
        return text;
    }

    void join(List<String> texts) {
        Collections.sort(texts);
        for (int i = 0; i < texts.size(); i++) {
            out.append(i == 0 ? "" : ",").append(texts.get(i));
        }
    }
}
