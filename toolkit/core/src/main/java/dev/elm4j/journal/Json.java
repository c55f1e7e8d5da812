package dev.elm4j.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;

/** JSON as bytes that are the same on every Java version. */
final class Json {

    /** Jackson's own number writer: that of the JDK changed its digits in version 19. */
    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                    .build())
            .build();

    private static final JsonMapper ASCII = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .build())
            .build();

    private Json() {}

    /** One line with its line feed, in UTF-8; texts with half a surrogate pair, which UTF-8 cannot hold, are escaped. */
    static byte[] line(JsonNode node) {
        try {
            String text = MAPPER.writeValueAsString(node);
            if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
                text = ASCII.writeValueAsString(node);
            }
            return (text + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException impossible) { // a tree of plain nodes always has a text
            throw new IllegalStateException(impossible);
        }
    }
}
