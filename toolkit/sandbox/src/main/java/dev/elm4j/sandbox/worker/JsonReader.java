package dev.elm4j.sandbox.worker;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Reads values from the wire's JSON: null, Boolean, String, Long or BigInteger, Double, {@code List}, {@code byte[]} for
 * {@code {"b":...}}, and {@link Pairs} for {@code {"m":...}}.
 *
 * <p>The text comes from the host through the supervisor; it is checked all the same.
 */
final class JsonReader {

    private static final int DEPTH = 64;

    private final String text;
    private int at;

    private JsonReader(String text) {
        this.text = text;
    }

    /** A map before its keys and values have types. */
    record Pairs(List<Object> keys, List<Object> values) {}

    /** @throws IllegalArgumentException where the text is not a value, with the place */
    static Object read(String text) {
        JsonReader reader = new JsonReader(text);
        Object value = reader.value(0);
        reader.space();
        if (reader.at != text.length()) {
            throw reader.wrong("the end");
        }
        return value;
    }

    private Object value(int depth) {
        if (depth > DEPTH) {
            throw wrong("a value nested at most " + DEPTH + " deep");
        }
        space();
        switch (peek()) {
            case '[':
                return list(depth);
            case '{':
                return tagged(depth);
            case '"':
                return string();
            case 't':
                return word("true", Boolean.TRUE);
            case 'f':
                return word("false", Boolean.FALSE);
            case 'n':
                return word("null", null);
            default:
                return number();
        }
    }

    private List<Object> list(int depth) {
        List<Object> values = new ArrayList<>();
        take('[');
        space();
        if (peek() != ']') {
            values.add(value(depth + 1));
            space();
            while (peek() == ',') {
                at++;
                values.add(value(depth + 1));
                space();
            }
        }
        take(']');
        return values;
    }

    private Object tagged(int depth) {
        take('{');
        space();
        String tag = string();
        space();
        take(':');
        Object value = value(depth);
        space();
        take('}');
        if (tag.equals("d") && value instanceof String name) {
            return special(name);
        }
        if (tag.equals("b") && value instanceof String base64) {
            return Base64.getDecoder().decode(base64);
        }
        if (tag.equals("m") && value instanceof List<?> pairs) {
            return pairs(pairs);
        }
        throw wrong("one of the tags d, b, m and its value");
    }

    private Double special(String name) {
        switch (name) {
            case "NaN":
                return Double.NaN;
            case "Infinity":
                return Double.POSITIVE_INFINITY;
            case "-Infinity":
                return Double.NEGATIVE_INFINITY;
            default:
                throw wrong("NaN, Infinity or -Infinity");
        }
    }

    private Pairs pairs(List<?> entries) {
        Pairs pairs = new Pairs(new ArrayList<>(), new ArrayList<>());
        for (Object entry : entries) {
            if (!(entry instanceof List<?> pair) || pair.size() != 2) {
                throw wrong("pairs of a key and a value");
            }
            pairs.keys.add(pair.get(0));
            pairs.values.add(pair.get(1));
        }
        return pairs;
    }

    private String string() {
        take('"');
        StringBuilder characters = new StringBuilder();
        while (peek() != '"') {
            char next = text.charAt(at++);
            characters.append(next == '\\' ? escaped() : next);
        }
        at++;
        return characters.toString();
    }

    private char escaped() {
        char kind = peek();
        at++;
        switch (kind) {
            case 'n':
                return '\n';
            case 't':
                return '\t';
            case 'r':
                return '\r';
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'u':
                return hexadecimal();
            default:
                return kind;
        }
    }

    private char hexadecimal() {
        if (at + 4 > text.length()) {
            throw wrong("four hexadecimal digits");
        }
        int code = Integer.parseInt(text, at, at + 4, 16);
        at += 4;
        return (char) code;
    }

    private Number number() {
        int start = at;
        boolean whole = true;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            whole &= ".eE".indexOf(text.charAt(at)) < 0;
            at++;
        }
        String digits = text.substring(start, at);
        if (digits.isEmpty()) {
            throw wrong("a value");
        }
        if (!whole) {
            return Double.valueOf(digits);
        }
        return digits.length() < 19 ? Long.valueOf(digits) : narrow(new BigInteger(digits));
    }

    private static Number narrow(BigInteger number) {
        return number.bitLength() < Long.SIZE ? (Number) number.longValue() : number;
    }

    private Object word(String word, Object value) {
        if (!text.startsWith(word, at)) {
            throw wrong(word);
        }
        at += word.length();
        return value;
    }

    private void space() {
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw wrong("more");
        }
        return text.charAt(at);
    }

    private void take(char expected) {
        if (peek() != expected) {
            throw wrong(String.valueOf(expected));
        }
        at++;
    }

    private IllegalArgumentException wrong(String expected) {
        return new IllegalArgumentException("the inputs must have " + expected + " at character " + at);
    }
}
