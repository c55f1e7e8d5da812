package dev.elm4j.model;

import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A model that continues texts, many at once; what base models do and few remote ones offer.
 *
 * <pre>{@code
 * model.complete(List.of(new CompletionRequest("Once upon", Sampling.of(0.9), List.of("\n"), 7)), () -> false);
 * }</pre>
 *
 * <p>Implementations may be called from any thread; they queue.
 */
public interface CompletionModel {

    /**
     * Continues each prompt, as one batch. Each request draws from its own stream, so that rows that end early do not
     * change the others' draws.
     *
     * @param requests at least one
     * @param cancelled asked at least once per token
     * @return one completion per request, in order
     * @throws java.util.concurrent.CancellationException soon after {@code cancelled} says true
     */
    List<Completion> complete(List<CompletionRequest> requests, BooleanSupplier cancelled);

    /**
     * How many characters of plain English a token holds, roughly; greater than 0. Default 4, as with most vocabularies;
     * 1 where each byte is a token. Limits in tokens that nobody set are scaled by it.
     */
    default double charactersPerToken() {
        return 4;
    }
}
