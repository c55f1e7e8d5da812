package dev.elm4j.sandbox;

import java.math.BigInteger;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Values and texts on one short line, however large they are. */
final class Shown {

    private static final int LONGEST_NUMBER_BITS = 200;

    private Shown() {}

    /** A text on one line of at most so many characters. */
    static String line(String text, int most) {
        String start = text.length() > 4 * most ? text.substring(0, 4 * most) : text;
        String line = start.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= most && start.length() == text.length()
                ? line
                : line.substring(0, Math.min(line.length(), most - 1)) + "…";
    }

    /** A value on one line of at most so many characters. */
    static String value(Object value, int most) {
        var text = new StringBuilder();
        write(value, text, most);
        return line(text.toString(), most);
    }

    private static void write(Object value, StringBuilder text, int most) {
        if (text.length() > most) {
            return;
        }
        if (value instanceof String string) {
            text.append('"').append(line(string, most)).append('"');
        } else if (value instanceof byte[] bytes) {
            text.append("byte[").append(bytes.length).append(']');
        } else if (value instanceof BigInteger big && big.bitLength() > LONGEST_NUMBER_BITS) {
            text.append("an integer of ").append(big.bitLength()).append(" bits");
        } else if (value instanceof List<?> list) {
            text.append('[');
            writeAll(list.iterator(), text, most);
            text.append(']');
        } else if (value instanceof Map<?, ?> map) {
            text.append('{');
            writeAll(map.entrySet().iterator(), text, most);
            text.append('}');
        } else if (value instanceof Map.Entry<?, ?> entry) {
            write(entry.getKey(), text, most);
            text.append('=');
            write(entry.getValue(), text, most);
        } else {
            text.append(value instanceof Object[] ? "array" : value);
        }
    }

    private static void writeAll(Iterator<?> elements, StringBuilder text, int most) {
        while (elements.hasNext() && text.length() <= most) {
            write(elements.next(), text, most);
            text.append(elements.hasNext() ? ", " : "");
        }
    }
}
