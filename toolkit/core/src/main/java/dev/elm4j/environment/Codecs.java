package dev.elm4j.environment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;

/** The built-in codecs, and which of them fits a value. */
final class Codecs {

    private Codecs() {}

    /** The built-in codec for solutions of the class of {@code example}, if there is one. */
    @SuppressWarnings("unchecked")
    static <S> Optional<Codec<S>> builtIn(S example) {
        if (example instanceof String) {
            return Optional.of((Codec<S>) Codec.string());
        }
        if (example instanceof double[]) {
            return Optional.of((Codec<S>) Codec.doubles());
        }
        if (example instanceof boolean[]) {
            return Optional.of((Codec<S>) Codec.bits());
        }
        return Optional.empty();
    }

    static JsonNode encodeDoubles(double[] values) {
        var array = JsonNodeFactory.instance.arrayNode(values.length);
        for (double value : values) {
            array.add(value);
        }
        return array;
    }

    static double[] decodeDoubles(JsonNode json) {
        var values = new double[json.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = decodeDouble(json.get(i), json);
        }
        return values;
    }

    /** A number, or the text that stands for one that is not finite: JSON has no number for it. */
    private static double decodeDouble(JsonNode value, JsonNode whole) {
        if (value.isNumber()) {
            return value.doubleValue();
        }
        return switch (value.asText()) {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> throw new IllegalArgumentException("Expected an array of numbers, but the JSON is: " + whole);
        };
    }

    static JsonNode encodeBits(boolean[] bits) {
        var text = new StringBuilder(bits.length);
        for (boolean bit : bits) {
            text.append(bit ? '1' : '0');
        }
        return JsonNodeFactory.instance.textNode(text.toString());
    }

    static boolean[] decodeBits(JsonNode json) {
        if (!json.isTextual() || !json.textValue().matches("[01]*")) {
            throw new IllegalArgumentException("Expected a text of 0 and 1, but the JSON is: " + json);
        }
        var bits = new boolean[json.textValue().length()];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = json.textValue().charAt(i) == '1';
        }
        return bits;
    }
}
