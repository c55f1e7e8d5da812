package dev.elm4j.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.lang.reflect.Array;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Values as they travel: JSON, with objects of one letter for what JSON has not ({@code d} a double that is no number,
 * {@code b} bytes, {@code m} a map with any keys, {@code r} and {@code t} text and type of anything else).
 */
final class Values {

    /** How deep lists and maps may be nested. */
    static final int DEEPEST = 50;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Values() {}

    /**
     * A value as JSON.
     *
     * @throws IllegalArgumentException if it is of a kind that does not travel, or nested too deep
     */
    static JsonNode encode(Object value) {
        return encode(value, 0);
    }

    private static JsonNode encode(Object value, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("inputs may be nested " + DEEPEST + " deep, but one is deeper");
        }
        if (value == null) {
            return NODES.nullNode();
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof CharSequence || value instanceof Character) {
            return text(value.toString());
        }
        if (value instanceof Boolean bool) {
            return NODES.booleanNode(bool);
        }
        if (value instanceof byte[] bytes) {
            return NODES.objectNode().put("b", Base64.getEncoder().encodeToString(bytes));
        }
        return nested(value, depth);
    }

    private static JsonNode nested(Object value, int depth) {
        if (value instanceof Map<?, ?> map) {
            ObjectNode object = NODES.objectNode();
            ArrayNode entries = object.putArray("m");
            map.forEach((key, entry) ->
                    entries.addArray().add(encode(key, depth + 1)).add(encode(entry, depth + 1)));
            return object;
        }
        ArrayNode array = NODES.arrayNode();
        if (value instanceof Iterable<?> elements && (value instanceof java.util.Collection<?>)) {
            elements.forEach(element -> array.add(encode(element, depth + 1)));
        } else if (value.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(value); i++) {
                array.add(encode(Array.get(value, i), depth + 1));
            }
        } else {
            throw new IllegalArgumentException("inputs may hold null, booleans, numbers, texts, byte[], lists, arrays"
                    + " and maps, but one holds a " + value.getClass().getName());
        }
        return array;
    }

    private static JsonNode number(Number number) {
        if (number instanceof Double || number instanceof Float) {
            double value = number.doubleValue();
            return Double.isFinite(value)
                    ? NODES.numberNode(value)
                    : NODES.objectNode().put("d", Double.toString(value));
        }
        if (number instanceof Long || number instanceof Integer || number instanceof Short || number instanceof Byte) {
            return NODES.numberNode(number.longValue());
        }
        if (number instanceof BigInteger big) {
            return NODES.numberNode(big);
        }
        throw new IllegalArgumentException("inputs may hold whole numbers and doubles, but one holds a "
                + number.getClass().getName());
    }

    /** Half of a surrogate pair is no text anywhere else. */
    private static TextNode text(String text) {
        var whole = new StringBuilder(text.length());
        text.codePoints().forEach(point -> whole.appendCodePoint(point >= 0xD800 && point <= 0xDFFF ? '?' : point));
        return NODES.textNode(whole.toString());
    }

    /**
     * The value of some JSON; whole numbers become an Integer, else a Long, else a BigInteger.
     *
     * @throws IllegalArgumentException if it is none
     */
    static Object decode(JsonNode json) {
        return decode(json, 0);
    }

    private static Object decode(JsonNode json, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("a value is nested deeper than " + DEEPEST);
        }
        return switch (json.getNodeType()) {
            case NULL -> null;
            case BOOLEAN -> json.booleanValue();
            case STRING -> json.textValue();
            case NUMBER -> json.isIntegralNumber() ? whole(json) : json.doubleValue();
            case ARRAY -> list(json, depth);
            case OBJECT -> tagged(json, depth);
            default -> throw new IllegalArgumentException("a value is missing");
        };
    }

    private static Number whole(JsonNode json) {
        if (json.canConvertToInt()) {
            return json.intValue();
        }
        return json.canConvertToLong() ? (Number) json.longValue() : json.bigIntegerValue();
    }

    private static List<Object> list(JsonNode json, int depth) {
        var list = new ArrayList<Object>(json.size());
        json.forEach(element -> list.add(decode(element, depth + 1)));
        return Collections.unmodifiableList(list);
    }

    private static Object tagged(JsonNode json, int depth) {
        if (json.size() == 1 && json.path("d").isTextual()) {
            return notANumber(json.path("d").textValue());
        }
        if (json.size() == 1 && json.path("b").isTextual()) {
            return Base64.getDecoder().decode(json.path("b").textValue());
        }
        if (json.size() == 1 && json.path("m").isArray()) {
            return map(json.path("m"), depth);
        }
        if (json.size() == 2 && json.path("r").isTextual() && json.path("t").isTextual()) {
            return new Outcome.Opaque(json.path("t").textValue(), json.path("r").textValue());
        }
        throw new IllegalArgumentException("a value has an unknown mark");
    }

    private static Object notANumber(String text) {
        return switch (text) {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> throw new IllegalArgumentException("a double is neither a number nor NaN nor infinite");
        };
    }

    private static Object map(JsonNode entries, int depth) {
        var map = new LinkedHashMap<Object, Object>();
        var crowds = new Crowds();
        for (JsonNode entry : entries) {
            if (!entry.isArray() || entry.size() != 2) {
                throw new IllegalArgumentException("an entry of a map is no pair");
            }
            Object key = decode(entry.get(0), depth + 1);
            if (!crowds.admit(key)) {
                return new Outcome.Opaque("map", "a map with more than " + Crowds.MOST + " keys of one hash code");
            }
            map.put(key, decode(entry.get(1), depth + 1));
        }
        return Collections.unmodifiableMap(map);
    }
}
