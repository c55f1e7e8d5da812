package dev.elm4j.environment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.function.Function;

/**
 * How a solution is written to a journal and read back, as JSON.
 *
 * <pre>{@code
 * Codec<String> text = Codec.string();
 * text.decode(text.encode("a \"quoted\" line"));   // the same text
 * }</pre>
 *
 * <p>Two solutions are copies of each other if their JSON is equal. Implementations are stateless.
 *
 * @param <S> type of a solution
 */
public interface Codec<S> {

    /** The solution as JSON. */
    JsonNode encode(S solution);

    /**
     * The solution that was encoded.
     *
     * @throws IllegalArgumentException if the JSON is not such a solution
     */
    S decode(JsonNode json);

    /** A codec from two functions. */
    static <S> Codec<S> of(Function<? super S, ? extends JsonNode> encode, Function<JsonNode, ? extends S> decode) {
        return new Codec<>() {
            @Override
            public JsonNode encode(S solution) {
                return encode.apply(solution);
            }

            @Override
            public S decode(JsonNode json) {
                return decode.apply(json);
            }
        };
    }

    /** Texts, as JSON strings. */
    static Codec<String> string() {
        return of(JsonNodeFactory.instance::textNode, json -> {
            if (!json.isTextual()) {
                throw new IllegalArgumentException("Expected a text, but the JSON is: " + json);
            }
            return json.textValue();
        });
    }

    /** Real vectors, as arrays of numbers. */
    static Codec<double[]> doubles() {
        return of(Codecs::encodeDoubles, Codecs::decodeDoubles);
    }

    /** Bit strings, as texts of 0 and 1. */
    static Codec<boolean[]> bits() {
        return of(Codecs::encodeBits, Codecs::decodeBits);
    }
}
