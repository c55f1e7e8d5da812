package dev.elm4j.search;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.elm4j.environment.Usage;
import java.util.List;

/**
 * One call of a model with what came of it, as a cassette keeps it.
 *
 * <pre>{@code
 * var paid = new PaidAttempt(new Usage(1, 12, 100), new Usage(1, 12, 3));
 * var key = new CallKey(Streams.Step.PROPOSE, 0, 0);
 * var call = new RecordedCall(key, "text", TextNode.valueOf("Name a soup."), new Reply.Stopped(), List.of(paid));
 * call.usage().calls();   // 1
 * }</pre>
 *
 * @param key its place in the run
 * @param kind of the exchange, such as {@code chat}
 * @param request all that the answer depends on
 * @param reply the answer, or how it ended without one
 * @param attempts that it took, in order; none if it ended before the first
 */
public record RecordedCall(CallKey key, String kind, JsonNode request, Reply reply, List<PaidAttempt> attempts) {

    public RecordedCall {
        requireNonNull(key, "key");
        requireNonNull(kind, "kind");
        requireNonNull(request, "request");
        requireNonNull(reply, "reply");
        attempts = List.copyOf(attempts);
    }

    /** What all attempts took. */
    public Usage usage() {
        return attempts.stream().map(PaidAttempt::used).reduce(Usage.NONE, Usage::plus);
    }
}
