package dev.elm4j.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * The first half of the SHA-256 of a JSON value: equal values have equal fingerprints, and no others are ever met. The value
 * is hashed as it is, since its text costs more than all the rest of a commit.
 */
record Fingerprint(long high, long low) {

    static Fingerprint of(JsonNode value) {
        var bytes = new Bytes();
        bytes.add(value);
        return bytes.print();
    }

    /** A value as bytes: kind, length, contents, so that no two different values give the same. */
    private static final class Bytes {

        private ByteBuffer buffer = ByteBuffer.allocate(256);

        void add(JsonNode value) {
            if (value.isArray()) {
                head('a', value.size());
                value.forEach(this::add);
            } else if (value.isObject()) {
                head('o', value.size());
                value.properties().forEach(entry -> {
                    text('k', entry.getKey());
                    add(entry.getValue());
                });
            } else if (value.isDouble()) {
                head('d', Double.doubleToLongBits(value.doubleValue()));
            } else if (value.isInt() || value.isLong()) {
                head('i', value.longValue());
            } else if (value.isTextual()) {
                text('t', value.textValue());
            } else { // true, false, null, and values that are rare
                text('x', value.toString());
            }
        }

        /** Its chars as they are: an encoder would take half a surrogate pair for another. */
        private void text(char kind, String text) {
            head(kind, text.length());
            room(2 * text.length());
            for (int i = 0; i < text.length(); i++) {
                buffer.putChar(text.charAt(i));
            }
        }

        private void head(char kind, long value) {
            room(Byte.BYTES + Long.BYTES);
            buffer.put((byte) kind).putLong(value);
        }

        private void room(int bytes) {
            if (buffer.remaining() < bytes) {
                int size = buffer.position();
                buffer = ByteBuffer.wrap(Arrays.copyOf(buffer.array(), 2 * (size + bytes)))
                        .position(size);
            }
        }

        Fingerprint print() {
            try {
                var digest = MessageDigest.getInstance("SHA-256");
                digest.update(buffer.array(), 0, buffer.position());
                var hash = ByteBuffer.wrap(digest.digest());
                return new Fingerprint(hash.getLong(), hash.getLong());
            } catch (NoSuchAlgorithmException impossible) { // every Java platform has it
                throw new IllegalStateException(impossible);
            }
        }
    }
}
