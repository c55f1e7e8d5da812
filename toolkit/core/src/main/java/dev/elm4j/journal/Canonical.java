package dev.elm4j.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

/**
 * A request as JSON in one form: entries by name, in the order of their UTF-16 units, and only kinds of values that a file
 * gives back as they were. So a request and what is read of it have the same bytes, and the same hash.
 *
 * @param json in that form
 * @param hash SHA-256 of its bytes without blanks, as 64 hexadecimal digits
 */
record Canonical(JsonNode json, String hash) {

    static Canonical of(JsonNode request) {
        JsonNode json = form(request);
        byte[] line = Json.line(json);
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(line, 0, line.length - 1); // without the line feed
            return new Canonical(json, HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException impossible) { // every Java platform has it
            throw new IllegalStateException(impossible);
        }
    }

    /** The first 16 digits of a hash as a number, to look it up. */
    static long print(String hash) {
        return Long.parseUnsignedLong(hash, 0, 16, 16);
    }

    private static JsonNode form(JsonNode node) {
        if (node.isObject()) {
            var sorted = new TreeMap<String, JsonNode>();
            node.properties().forEach(entry -> sorted.put(entry.getKey(), form(entry.getValue())));
            return Json.MAPPER.createObjectNode().setAll(sorted);
        }
        if (node.isArray()) {
            var array = Json.MAPPER.createArrayNode();
            node.forEach(element -> array.add(form(element)));
            return array;
        }
        if (node.isNumber()) {
            return node.isIntegralNumber() ? node : real(node);
        }
        if (node.isNull() || node.isMissingNode()) {
            return NullNode.getInstance();
        }
        return node.isTextual() || node.isBoolean() ? node : TextNode.valueOf(node.asText());
    }

    /** As it will be read: with the digits of a double, however many it had. */
    private static JsonNode real(JsonNode node) {
        double value = node.doubleValue();
        return Double.isFinite(value) ? DoubleNode.valueOf(value) : TextNode.valueOf(Double.toString(value));
    }
}
