package dev.elm4j.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elm4j.environment.Failure;
import dev.elm4j.environment.Tokens;
import java.util.Optional;

/** Tokens and failures in recorded answers. */
final class TokensJson {

    private TokensJson() {}

    static ObjectNode of(Tokens tokens) {
        ObjectNode json = ChatJson.MAPPER.createObjectNode();
        json.put("inputTokens", tokens.input()).put("outputTokens", tokens.output());
        if (tokens.cached() > 0) {
            json.put("cachedTokens", tokens.cached());
        }
        if (tokens.isEstimate()) {
            json.put("estimated", true);
        }
        return json;
    }

    static Tokens tokens(JsonNode json) {
        return new Tokens(
                json.path("inputTokens").asLong(),
                json.path("cachedTokens").asLong(),
                json.path("outputTokens").asLong(),
                json.path("estimated").asBoolean());
    }

    static ObjectNode of(Failure failure) {
        return ChatJson.MAPPER.createObjectNode().put("kind", failure.kind()).put("reason", failure.reason());
    }

    static Optional<Failure> failure(JsonNode json) {
        return json.isObject()
                ? Optional.of(new Failure(
                        json.path("kind").asText(), json.path("reason").asText()))
                : Optional.empty();
    }
}
