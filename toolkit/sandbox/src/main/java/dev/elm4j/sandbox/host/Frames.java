package dev.elm4j.sandbox.host;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/**
 * The frames between the host and a supervisor: four bytes of length, the high one first, and so many bytes of JSON. Thread
 * safe.
 */
final class Frames {

    /** The most bytes of JSON in a frame: 16 MB. */
    static final int LONGEST = 16 << 20;

    /** Strict, since what it reads may be forged; bounded in depth; integers of any size that fits in a frame. */
    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(StreamReadFeature.USE_FAST_BIG_NUMBER_PARSER)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(300)
                            .maxNumberLength(LONGEST)
                            .maxStringLength(LONGEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Frames() {}

    /** The frame of a message. */
    static byte[] frame(JsonNode message) {
        byte[] json = bytes(message);
        if (json.length > LONGEST) {
            throw new IllegalArgumentException("a request may have " + LONGEST + " bytes as JSON, but this one has "
                    + json.length + "; share its inputs out over several requests");
        }
        return ByteBuffer.allocate(4 + json.length)
                .putInt(json.length)
                .put(json)
                .array();
    }

    private static byte[] bytes(JsonNode message) {
        try {
            return MAPPER.writeValueAsBytes(message);
        } catch (JsonProcessingException fault) {
            throw new IllegalArgumentException("a request is no JSON: " + fault.getOriginalMessage(), fault);
        }
    }

    /** Writes a frame, all of it or nothing more after it. */
    static void write(OutputStream stream, byte[] frame) throws IOException {
        stream.write(frame);
        stream.flush();
    }

    /**
     * Reads one message.
     *
     * @throws EOFException if the stream ends before it or within
     * @throws WrongBytes if its length or its JSON is none
     */
    static ObjectNode read(InputStream stream) throws IOException {
        var data = new DataInputStream(stream);
        int length = data.readInt();
        if (length < 2 || length > LONGEST) {
            throw new WrongBytes("a frame said that it has " + Integer.toUnsignedString(length) + " bytes");
        }
        byte[] json = data.readNBytes(length);
        if (json.length < length) {
            throw new EOFException("a frame ended after " + json.length + " of " + length + " bytes");
        }
        return object(json);
    }

    private static ObjectNode object(byte[] json) throws WrongBytes {
        try {
            if (MAPPER.readTree(json) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException fault) {
            throw new WrongBytes("a frame is no JSON: " + fault.getOriginalMessage());
        } catch (IOException fault) {
            throw new WrongBytes("a frame is no JSON: " + fault.getMessage());
        }
        throw new WrongBytes("a frame is no JSON object");
    }

    /** What came is not what a supervisor sends. */
    static final class WrongBytes extends IOException {
        private static final long serialVersionUID = 1;

        WrongBytes(String message) {
            super(message);
        }
    }
}
