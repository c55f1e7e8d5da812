package dev.elm4j.sandbox.worker;

import java.lang.reflect.Array;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
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

    private final BoundedText out;

    private ValueWriter(long room) {
        this.out = new BoundedText(room);
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
        return writer.out.bytes();
    }

    private void value(Object value, int depth) throws TooLarge {
        if (value == null || value instanceof Boolean) {
            out.put(String.valueOf(value));
        } else if (value instanceof String || value instanceof Character) {
            out.string(value.toString());
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
                out.put("{\"d\":\"" + real + "\"}");
            } else {
                out.put(Double.toString(real));
            }
        } else {
            if (number instanceof BigInteger big && out.isFull(big.bitLength() / 4)) {
                throw BoundedText.tooManyBytes(); // before its digits are computed
            }
            out.put(number.toString());
        }
    }

    private void array(Object array, int depth) throws TooLarge {
        if (array instanceof byte[] bytes) {
            out.reserve(bytes.length);
            out.put("{\"b\":\"" + Base64.getEncoder().encodeToString(bytes) + "\"}");
        } else if (array instanceof char[] characters) {
            out.reserve(characters.length);
            out.string(new String(characters));
        } else {
            out.put("[");
            for (int i = 0; i < Array.getLength(array); i++) {
                out.put(i == 0 ? "" : ",");
                value(Array.get(array, i), depth);
            }
            out.put("]");
        }
    }

    private void collection(Collection<?> values, int depth) throws TooLarge {
        boolean sorted = values instanceof Set<?> set && !hasOrder(set);
        List<String> texts = new ArrayList<>();
        out.put("[");
        int start = out.length();
        for (Object value : values) {
            out.put(out.length() == start && texts.isEmpty() ? "" : ",");
            value(value, depth);
            if (sorted) {
                texts.add(out.cut(start));
            }
        }
        out.join(texts);
        out.put("]");
    }

    private void map(Map<?, ?> map, int depth) throws TooLarge {
        boolean sorted = !(map instanceof LinkedHashMap || map instanceof SortedMap || map instanceof EnumMap);
        List<String> texts = new ArrayList<>();
        out.put("{\"m\":[");
        int start = out.length();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.put(out.length() == start && texts.isEmpty() ? "[" : ",[");
            value(entry.getKey(), depth);
            out.put(",");
            value(entry.getValue(), depth);
            out.put("]");
            if (sorted) {
                texts.add(out.cut(start));
            }
        }
        out.join(texts);
        out.put("]}");
    }

    private static boolean hasOrder(Set<?> set) {
        return set instanceof LinkedHashSet || set instanceof SortedSet || set instanceof EnumSet;
    }

    private void other(Object value) throws TooLarge {
        String text = String.valueOf(value.toString());
        out.put("{\"r\":");
        out.string(text.length() > TEXT ? text.substring(0, TEXT) : text);
        out.put(",\"t\":");
        out.string(value.getClass().getName());
        out.put("}");
    }
}
