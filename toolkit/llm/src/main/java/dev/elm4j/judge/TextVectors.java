package dev.elm4j.judge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.elm4j.environment.Attempts;
import dev.elm4j.environment.Exchange;
import dev.elm4j.environment.Failure;
import dev.elm4j.environment.Tokens;
import dev.elm4j.model.EmbeddingExchange;
import dev.elm4j.model.Identified;
import dev.elm4j.model.ModelName;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Embeds texts, all as one batch. A request is a text in {@link Pieces}, at least one; the pieces' vectors are added up,
 * each with as much weight as it has words. What goes wrong is the answer of all texts of the batch.
 */
record TextVectors() implements Exchange<EmbeddingModel, List<String>, TextVector> {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int AROUND = 32;

    /** What an embedding model's numbers depend on. */
    static String identity(EmbeddingModel model) {
        return model instanceof Identified ? ModelName.identity(model) : ModelName.of(model) + " " + model.modelName();
    }

    @Override
    public String kind() {
        return "text vector";
    }

    @Override
    public Tokens worst(EmbeddingModel model, List<String> pieces) {
        long tokens = pieces.stream()
                .mapToLong(piece -> piece.getBytes(StandardCharsets.UTF_8).length + (long) AROUND)
                .sum();
        return Tokens.of(tokens, 0);
    }

    @Override
    public List<TextVector> perform(EmbeddingModel model, List<List<String>> texts, Attempts attempts) {
        List<TextSegment> segments =
                texts.stream().flatMap(List::stream).map(TextSegment::from).toList();
        Embedded answer = EmbeddingExchange.asked(
                model,
                texts.size(),
                attempts,
                () -> embedded(texts, model.embedAll(segments)),
                Embedded::tokens,
                failure -> new Embedded(
                        Collections.nCopies(texts.size(), TextVector.failed(failure.kind(), failure.reason())),
                        List.of()));
        return answer.vectors();
    }

    private record Embedded(List<TextVector> vectors, List<Tokens> tokens) {}

    private static Embedded embedded(List<List<String>> texts, Response<List<Embedding>> response) {
        List<String> whole =
                texts.stream().map(pieces -> String.join("", pieces)).toList();
        return new Embedded(vectors(texts, response.content()), EmbeddingExchange.shared(whole, response.tokenUsage()));
    }

    private static List<TextVector> vectors(List<List<String>> texts, List<Embedding> embeddings) {
        var vectors = new ArrayList<TextVector>();
        int next = 0;
        for (List<String> pieces : texts) {
            List<double[]> parts = embeddings.subList(next, next + pieces.size()).stream()
                    .map(Embedding::vectorAsDoubleArray)
                    .toList();
            next += pieces.size();
            double[] words = pieces.stream().mapToDouble(Pieces::words).toArray();
            Direction direction = Direction.ofSum(parts, words);
            vectors.add(
                    direction.isFinite()
                            ? TextVector.of(direction)
                            : TextVector.failed(Failure.NOT_FINITE, "The model's vector is zero or not finite."));
        }
        return vectors;
    }

    @Override
    public JsonNode request(EmbeddingModel model, List<String> pieces) {
        var json = MAPPER.createObjectNode().put("model", identity(model));
        pieces.forEach(json.putArray("pieces")::add);
        return json;
    }

    @Override
    public JsonNode encode(TextVector answer) {
        var json = MAPPER.createObjectNode();
        answer.failure()
                .ifPresent(failure ->
                        json.putObject("failure").put("kind", failure.kind()).put("reason", failure.reason()));
        var numbers = json.putArray("direction");
        for (double value : answer.direction().values()) {
            numbers.add(value);
        }
        return json;
    }

    @Override
    public TextVector decode(JsonNode answer) {
        JsonNode failure = answer.get("failure");
        if (failure != null) {
            return TextVector.failed(
                    failure.path("kind").asText(), failure.path("reason").asText());
        }
        JsonNode numbers = answer.path("direction");
        double[] values = new double[numbers.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = numbers.get(i).asDouble();
        }
        return TextVector.of(new Direction(values));
    }
}
