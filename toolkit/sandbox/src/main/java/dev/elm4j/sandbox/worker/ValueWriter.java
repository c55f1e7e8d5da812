package dev.elm4j.sandbox.worker;

import java.lang.reflect.Array;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * Writes what a program returned as the wire's JSON, counting bytes and depth while it writes, never after.
 *
 * <p>Only the JDK's own classes are looked into; anything else, a program's own list too, is its {@code toString} and the
 * name of its class. Sets and maps without an order of their own are sorted by their text, since the order of a
 * {@code HashMap} or of {@code Map.of} may differ from one virtual machine to the next.
 */
final class ValueWriter {

    /** Containers within containers. */
    static final int DEPTH = 50;
    /** Characters of a {@code toString}. */
    static final int TEXT = 1_000;

    private final StringBuilder out = new StringBuilder();
    private long room;

    private ValueWriter(long room) {
        this.room = room;
    }

    /** The value is larger or deeper than its limit. */
    static final class TooLarge extends Exception {
        private static final long serialVersionUID = 1;

        TooLarge(String message) {
            super(message, null, false, false);
        }
    }

    /**
     * The value as JSON, in UTF-8.
     *
     * @param room bytes at most
     * @throws TooLarge where it has more bytes, or is nested deeper than {@link #DEPTH}
     */
    static byte[] write(Object value, long room) throws TooLarge {
        ValueWriter writer = new ValueWriter(room);
        writer.value(value, 0);
        return writer.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void value(Object value, int depth) throws TooLarge {
        if (value == null || value instanceof Boolean) {
            put(String.valueOf(value));
        } else if (value instanceof String || value instanceof Character) {
            string(value.toString());
        } else if (value instanceof Number number && isNumber(number)) {
            number(number);
        } else if (value.getClass().isArray()) {
            array(value, deeper(depth));
        } else if (value.getClass().getClassLoader() == null && value instanceof Collection<?> values) {
            collection(values, deeper(depth));
        } else if (value.getClass().getClassLoader() == null && value instanceof Map<?, ?> map) {
            map(map, deeper(depth));
        } else {
            other(value);
        }
    }

    private static int deeper(int depth) throws TooLarge {
        if (depth == DEPTH) {
            throw new TooLarge("the value is nested deeper than " + DEPTH);
        }
        return depth + 1;
    }

    private static boolean isNumber(Number number) {
        Class<?> type = number.getClass();
        return type == Integer.class
                || type == Long.class
                || type == Double.class
                || type == Float.class
                || type == Short.class
                || type == Byte.class
                || type == BigInteger.class;
    }

    private void number(Number number) throws TooLarge {
        if (number instanceof Double || number instanceof Float) {
            double real = number.doubleValue();
            if (Double.isNaN(real) || Double.isInfinite(real)) {
                put("{\"d\":\"" + real + "\"}");
            } else {
                put(Double.toString(real));
            }
        } else {
            if (number instanceof BigInteger big && big.bitLength() / 4 > room) {
                throw tooManyBytes(); // before its digits are computed
            }
            put(number.toString());
        }
    }

    private void array(Object array, int depth) throws TooLarge {
        if (array instanceof byte[] bytes) {
            reserve(bytes.length);
            put("{\"b\":\"" + Base64.getEncoder().encodeToString(bytes) + "\"}");
        } else if (array instanceof char[] characters) {
            reserve(characters.length);
            string(new String(characters));
        } else {
            put("[");
            for (int i = 0; i < Array.getLength(array); i++) {
                put(i == 0 ? "" : ",");
                value(Array.get(array, i), depth);
            }
            put("]");
        }
    }

    private void collection(Collection<?> values, int depth) throws TooLarge {
        boolean sorted = values instanceof Set<?> set && !hasOrder(set);
        List<String> texts = new ArrayList<>();
        put("[");
        int start = out.length();
        for (Object value : values) {
            put(out.length() == start && texts.isEmpty() ? "" : ",");
            value(value, depth);
            if (sorted) {
                texts.add(cut(start));
            }
        }
        join(texts);
        put("]");
    }

    private void map(Map<?, ?> map, int depth) throws TooLarge {
        boolean sorted = !(map instanceof LinkedHashMap || map instanceof SortedMap || map instanceof EnumMap);
        List<String> texts = new ArrayList<>();
        put("{\"m\":[");
        int start = out.length();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            put(out.length() == start && texts.isEmpty() ? "[" : ",[");
            value(entry.getKey(), depth);
            put(",");
            value(entry.getValue(), depth);
            put("]");
            if (sorted) {
                texts.add(cut(start));
            }
        }
        join(texts);
        put("]}");
    }

    private static boolean hasOrder(Set<?> set) {
        return set instanceof LinkedHashSet || set instanceof SortedSet || set instanceof EnumSet;
    }

    /** Takes what was written since {@code start} away again, without its comma; its bytes stay counted. */
    private String cut(int start) {
        String text = out.substring(out.charAt(start) == ',' ? start + 1 : start);
        out.setLength(start);
        return text;
    }

    private void join(List<String> texts) {
        Collections.sort(texts);
        for (int i = 0; i < texts.size(); i++) {
            out.append(i == 0 ? "" : ",").append(texts.get(i));
        }
    }

    private void other(Object value) throws TooLarge {
        String text = String.valueOf(value.toString());
        put("{\"r\":");
        string(text.length() > TEXT ? text.substring(0, TEXT) : text);
        put(",\"t\":");
        string(value.getClass().getName());
        put("}");
    }

    private void string(String text) throws TooLarge {
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

    private void put(String ascii) throws TooLarge {
        reserve(ascii.length());
        room -= ascii.length();
        out.append(ascii);
    }

    private void reserve(long bytes) throws TooLarge {
        if (bytes > room) {
            throw tooManyBytes();
        }
    }

    private static TooLarge tooManyBytes() {
        return new TooLarge("the values have more bytes than the limit allows");
    }
}
