package dev.elm4j.journal;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;

/** JSON as bytes that are the same on every Java version. */
final class Json {

    static final JsonMapper MAPPER = mapper(factory().enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8));

    private static final JsonMapper ASCII = mapper(factory().enable(JsonWriteFeature.ESCAPE_NON_ASCII));

    /** Arrays within arrays, such as trees of programs; Jackson's own limit is 1,000. */
    private static final int DEEPEST = 5_000;

    private Json() {}

    /** Jackson's own number writer: that of the JDK changed its digits in version 19. What was written can be read. */
    private static JsonFactoryBuilder factory() {
        var factory = new JsonFactoryBuilder();
        factory.enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(Integer.MAX_VALUE)
                        .maxNameLength(Integer.MAX_VALUE)
                        .maxNumberLength(Integer.MAX_VALUE)
                        .maxNestingDepth(DEEPEST)
                        .build())
                .streamWriteConstraints(StreamWriteConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .build());
        return factory;
    }

    private static JsonMapper mapper(JsonFactoryBuilder factory) {
        return JsonMapper.builder(factory.build()).build();
    }

    /** One line with its line feed, in UTF-8; a line with half a surrogate pair, which UTF-8 cannot hold, is escaped. */
    static byte[] line(JsonNode node) {
        byte[] text;
        try {
            text = MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException halfPair) {
            text = escaped(node);
        }
        byte[] line = Arrays.copyOf(text, text.length + 1);
        line[text.length] = '\n';
        return line;
    }

    private static byte[] escaped(JsonNode node) {
        try {
            return ASCII.writeValueAsBytes(node);
        } catch (JsonProcessingException unwritable) { // a codec's own kind of node
            throw new IllegalArgumentException("it cannot be written as JSON: " + unwritable.getOriginalMessage());
        }
    }

    /** The object that a line holds. */
    static JsonNode object(byte[] bytes, int from, int length) {
        try {
            JsonNode node = MAPPER.readTree(bytes, from, length);
            if (node == null || !node.isObject()) {
                throw new IllegalArgumentException("it is no JSON object");
            }
            return node;
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("it is no JSON: " + broken.getOriginalMessage());
        } catch (IOException impossible) { // bytes in memory
            throw new IllegalStateException(impossible);
        }
    }

    /** The entries of the object that a line holds, up to the first of this name; what follows is not looked at. */
    static ObjectNode head(byte[] bytes, int from, int length, String until) {
        try (JsonParser parser = MAPPER.createParser(bytes, from, length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("it is no JSON object");
            }
            ObjectNode head = MAPPER.createObjectNode();
            while (parser.nextToken() == JsonToken.FIELD_NAME
                    && !parser.currentName().equals(until)) {
                String name = parser.currentName();
                parser.nextToken();
                head.set(name, parser.readValueAsTree());
            }
            return head;
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("it is no JSON: " + broken.getOriginalMessage());
        } catch (IOException impossible) { // bytes in memory
            throw new IllegalStateException(impossible);
        }
    }

    /** The entry of this name. */
    static JsonNode required(JsonNode object, String name) {
        JsonNode value = object.get(name);
        if (value == null) {
            throw new IllegalArgumentException("it has no '%s'".formatted(name));
        }
        return value;
    }

    /** The hash of a call's request: 64 hexadecimal digits. */
    static String hash(JsonNode line) {
        String hash = required(line, "hash").asText();
        if (hash.length() != 64 || !hash.chars().allMatch(HexFormat::isHexDigit)) {
            throw new IllegalArgumentException(
                    "it has %s where 64 hexadecimal digits belong".formatted(line.get("hash")));
        }
        return hash;
    }

    /** A number; one that is not finite is written as a text, because JSON has no number for it. */
    static double number(JsonNode node) {
        if (node.isNumber()) {
            return node.doubleValue();
        }
        return switch (node.asText()) {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> throw new IllegalArgumentException("it has %s where a number belongs".formatted(node));
        };
    }

    /** A whole number. */
    static long whole(JsonNode node) {
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw new IllegalArgumentException("it has %s where a whole number belongs".formatted(node));
        }
        return node.longValue();
    }
}
