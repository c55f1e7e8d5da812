package dev.elm4j.model;

import static java.util.Objects.requireNonNull;

import dev.elm4j.environment.Failure;
import dev.elm4j.environment.Tokens;
import dev.langchain4j.data.embedding.Embedding;
import java.util.Optional;

/**
 * The vector of a text, or why there is none.
 *
 * <pre>{@code
 * EmbeddingAnswer answer = context.calls(embeddings).ask(new EmbeddingExchange(), List.of(new Call<>(0, "Soup."))).get(0);
 * answer.embedding().map(Embedding::dimension);   // for instance 384
 * }</pre>
 *
 * @param embedding as it came; empty if there is none
 * @param failure why there is none; empty if there is one
 * @param tokens of the text, as told by the model or else estimated
 */
public record EmbeddingAnswer(Optional<Embedding> embedding, Optional<Failure> failure, Tokens tokens) {

    /** @throws IllegalArgumentException unless it has either an embedding or a failure */
    public EmbeddingAnswer {
        requireNonNull(tokens, "tokens");
        if (embedding.isPresent() == failure.isPresent()) {
            throw new IllegalArgumentException(
                    "An embedding answer has either a vector or a failure, not both or none.");
        }
    }
}
