package dev.elm4j.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The first half of the SHA-256 of a JSON value: equal values have equal fingerprints, and no others are ever met. The value
 * is hashed as it is, since its text costs more than all the rest of a commit.
 */
record Fingerprint(long high, long low) {

    static Fingerprint of(JsonNode value) {
        try {
            var bytes = new ByteArrayOutputStream(128);
            write(value, bytes);
            var hash = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
            return new Fingerprint(hash.getLong(), hash.getLong());
        } catch (NoSuchAlgorithmException impossible) { // every Java platform has it
            throw new IllegalStateException(impossible);
        }
    }

    /** Kind, length, contents: no two different values give the same bytes. */
    private static void write(JsonNode value, ByteArrayOutputStream bytes) {
        if (value.isArray()) {
            head('a', value.size(), bytes);
            value.forEach(element -> write(element, bytes));
        } else if (value.isObject()) {
            head('o', value.size(), bytes);
            value.properties().forEach(entry -> {
                text('k', entry.getKey(), bytes);
                write(entry.getValue(), bytes);
            });
        } else if (value.isDouble()) {
            head('d', Double.doubleToLongBits(value.doubleValue()), bytes);
        } else if (value.isInt() || value.isLong()) {
            head('i', value.longValue(), bytes);
        } else if (value.isTextual()) {
            text('t', value.textValue(), bytes);
        } else { // true, false, null, and numbers that are rare
            text('x', value.toString(), bytes);
        }
    }

    /** Its chars as they are: an encoder would take half a surrogate pair for another. */
    private static void text(char kind, String text, ByteArrayOutputStream bytes) {
        head(kind, text.length(), bytes);
        for (int i = 0; i < text.length(); i++) {
            bytes.write(text.charAt(i) >>> 8);
            bytes.write(text.charAt(i));
        }
    }

    private static void head(char kind, long value, ByteArrayOutputStream bytes) {
        bytes.write(kind);
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes.write((int) (value >>> shift));
        }
    }
}
