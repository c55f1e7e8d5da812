package dev.elm4j.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elm4j.environment.Attempts;
import dev.elm4j.environment.Exchange;
import dev.elm4j.environment.Failure;
import dev.elm4j.environment.Tokens;
import dev.elm4j.model.Tries.Answered;
import dev.elm4j.model.Tries.Failed;
import dev.elm4j.model.Tries.Question;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.model.output.TokenUsage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Asks any langchain4j embedding model for the vectors of texts, all of a batch in one request.
 *
 * <p>Each text is a call, as each label is not: a provider sells by the text's tokens. What the model says of the tokens of a
 * request is shared among its texts by their lengths, exactly. Requests are made again as by {@link Retry#usual}; what goes
 * wrong for good is a failure of each text of the batch.
 *
 * <pre>{@code
 * context.calls(embeddings).ask(new EmbeddingExchange(), List.of(new Call<>(0, "Cold soup."), new Call<>(0, "Hot soup.")));
 * }</pre>
 */
public record EmbeddingExchange() implements Exchange<EmbeddingModel, String, EmbeddingAnswer> {

    @Override
    public String kind() {
        return "embedding";
    }

    @Override
    public Tokens worst(EmbeddingModel model, String text) {
        return Tokens.of(TokenBounds.of(text), 0);
    }

    @Override
    public List<EmbeddingAnswer> perform(EmbeddingModel model, List<String> texts, Attempts attempts) {
        return asked(
                model,
                texts.size(),
                attempts,
                () -> embedded(model, texts),
                answers -> answers.stream().map(EmbeddingAnswer::tokens).toList(),
                failure -> Collections.nCopies(
                        texts.size(), new EmbeddingAnswer(Optional.empty(), Optional.of(failure), Tokens.NONE)));
    }

    /**
     * Asks about a batch of texts that come in pieces, for another exchange: again as by {@link Retry#usual}, each attempt
     * settled.
     *
     * @param ask makes the request, and settles nothing
     * @param used the tokens of each text, from the answer
     * @param failed makes the answer of what went wrong for good, which has no key in it
     */
    public static <A> A asked(
            EmbeddingModel model,
            int texts,
            Attempts attempts,
            Supplier<A> ask,
            Function<A, List<Tokens>> used,
            Function<Failure, A> failed) {
        var tries = new Tries(ModelName.of(model), Retry.usual(), Waiting.REAL, attempts);
        Tries.Outcome<A> outcome = tries.answer(new Question<>(0, texts, ask, used));
        return outcome instanceof Answered<A> answered
                ? answered.answer()
                : failed.apply(new Failure(Failure.MODEL_ERROR, ((Failed<A>) outcome).reason()));
    }

    private static List<EmbeddingAnswer> embedded(EmbeddingModel model, List<String> texts) {
        Response<List<Embedding>> response =
                model.embedAll(texts.stream().map(TextSegment::from).toList());
        List<Embedding> vectors = response.content();
        if (vectors.size() != texts.size()) {
            throw new IllegalStateException(
                    "The model was asked for %d embeddings, but gave %d.".formatted(texts.size(), vectors.size()));
        }
        List<Tokens> tokens = shared(texts, response.tokenUsage());
        var answers = new ArrayList<EmbeddingAnswer>(texts.size());
        for (int i = 0; i < vectors.size(); i++) {
            answers.add(new EmbeddingAnswer(Optional.of(vectors.get(i)), Optional.empty(), tokens.get(i)));
        }
        return answers;
    }

    /**
     * What a model told of a batch, shared out by the texts' lengths, for another exchange; the sum is what was told.
     *
     * @param texts of the batch; one that is asked about in pieces is a text here
     * @param usage null if the model told nothing; then each share is an estimate, a token for four characters
     */
    public static List<Tokens> shared(List<String> texts, TokenUsage usage) {
        List<Long> guesses =
                texts.stream().map(text -> (long) TokenBounds.estimate(text)).toList();
        if (usage == null || usage.inputTokenCount() == null || usage.inputTokenCount() < 0) {
            return guesses.stream().map(guess -> Tokens.estimated(guess, 0)).toList();
        }
        long all = Math.max(1, guesses.stream().mapToLong(Long::longValue).sum());
        var shares = new ArrayList<Tokens>();
        long seen = 0;
        long given = 0;
        for (int i = 0; i < guesses.size(); i++) {
            seen += guesses.get(i);
            long until = i == guesses.size() - 1
                    ? usage.inputTokenCount()
                    : Math.multiplyExact(usage.inputTokenCount(), seen) / all;
            shares.add(Tokens.of(until - given, 0));
            given = until;
        }
        return shares;
    }

    @Override
    public JsonNode request(EmbeddingModel model, String text) {
        return ChatJson.MAPPER
                .createObjectNode()
                .put("model", ModelName.identity(model))
                .put("text", text);
    }

    @Override
    public JsonNode encode(EmbeddingAnswer answer) {
        ObjectNode json = TokensJson.of(answer.tokens());
        answer.failure().ifPresent(failure -> json.set("failure", TokensJson.of(failure)));
        answer.embedding().ifPresent(embedding -> {
            var vector = json.putArray("vector");
            for (float coordinate : embedding.vector()) {
                vector.add(coordinate);
            }
        });
        return json;
    }

    @Override
    public EmbeddingAnswer decode(JsonNode answer) {
        var coordinates = new ArrayList<Float>();
        answer.path("vector").forEach(coordinate -> coordinates.add(Float.parseFloat(coordinate.asText())));
        Optional<Failure> failure = TokensJson.failure(answer.path("failure"));
        Optional<Embedding> embedding =
                failure.isPresent() ? Optional.empty() : Optional.of(Embedding.from(coordinates));
        return new EmbeddingAnswer(embedding, failure, TokensJson.tokens(answer));
    }
}
