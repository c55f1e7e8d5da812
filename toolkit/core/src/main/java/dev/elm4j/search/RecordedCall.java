package dev.elm4j.search;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.elm4j.environment.Usage;

/**
 * One call of a model with its answer, as a cassette keeps it.
 *
 * <pre>{@code
 * var key = new CallKey(Streams.Step.PROPOSE, 0, 0);
 * var call = new RecordedCall(key, "chat", TextNode.valueOf("a?"), TextNode.valueOf("b!"), new Usage(1, 12, 3));
 * call.usage().calls();   // 1
 * }</pre>
 *
 * @param key its place in the run
 * @param kind of the exchange, such as {@code chat}
 * @param request all that the answer depends on
 * @param answer as the exchange wrote it
 * @param usage of all attempts that it took
 */
public record RecordedCall(CallKey key, String kind, JsonNode request, JsonNode answer, Usage usage) {

    public RecordedCall {
        requireNonNull(key, "key");
        requireNonNull(kind, "kind");
        requireNonNull(request, "request");
        requireNonNull(answer, "answer");
        requireNonNull(usage, "usage");
    }
}
