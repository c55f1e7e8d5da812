package dev.elm4j.search;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.elm4j.environment.Usage;

/**
 * One call of a model with what came of it, as a cassette keeps it.
 *
 * <pre>{@code
 * var key = new CallKey(Streams.Step.PROPOSE, 12, 0);
 * var reply = new Reply.Answered(TextNode.valueOf("Leek."));
 * var call = new RecordedCall(key, "text", TextNode.valueOf("Name a soup."), reply, new Usage(1, 12, 3));
 * call.key().number();   // 12
 * }</pre>
 *
 * @param key its place in the run
 * @param kind of the exchange, such as {@code chat}
 * @param request all that the answer depends on
 * @param reply the answer, or how it ended without one
 * @param usage of all attempts that it took
 */
public record RecordedCall(CallKey key, String kind, JsonNode request, Reply reply, Usage usage) {

    public RecordedCall {
        requireNonNull(key, "key");
        requireNonNull(kind, "kind");
        requireNonNull(request, "request");
        requireNonNull(reply, "reply");
        requireNonNull(usage, "usage");
    }
}
