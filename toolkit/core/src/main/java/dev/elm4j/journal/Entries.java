package dev.elm4j.journal;

import static dev.elm4j.journal.Json.required;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elm4j.archive.Measures;
import dev.elm4j.environment.Codec;
import dev.elm4j.environment.Evaluation;
import dev.elm4j.environment.Failure;
import dev.elm4j.environment.Score;
import dev.elm4j.environment.Usage;
import dev.elm4j.operator.Proposal;
import dev.elm4j.search.Candidate;
import dev.elm4j.search.Injection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The entries that lines of several kinds share, as JSON and back. */
final class Entries {

    private Entries() {}

    /** Who proposed a candidate, from whom, and what; {@code solution} is empty where the codec could not write it. */
    static void candidate(ObjectNode line, Candidate<?> candidate, Optional<JsonNode> solution) {
        line.put("operator", candidate.operator());
        var parents = line.putArray("parents");
        candidate.parents().forEach(parents::add);
        candidate.injection().ifPresent(injection -> injection(line, injection));
        if (!candidate.proposal().prompt().isEmpty()) {
            line.put("prompt", candidate.proposal().prompt());
        }
        if (!candidate.proposal().answer().isEmpty()) {
            line.put("answer", candidate.proposal().answer());
        }
        solution.ifPresent(json -> line.set("solution", json));
    }

    static <S> Candidate<S> candidate(JsonNode line, long batch, Evaluation evaluation, Codec<S> codec) {
        List<Long> parents = new ArrayList<>();
        required(line, "parents").forEach(parent -> parents.add(Json.whole(parent)));
        return new Candidate<>(
                Json.whole(required(line, "candidate")),
                batch,
                required(line, "operator").asText(),
                parents,
                proposal(line, evaluation, codec),
                line.has("injection") ? Optional.of(injection(line)) : Optional.empty());
    }

    private static <S> Proposal<S> proposal(JsonNode line, Evaluation evaluation, Codec<S> codec) {
        Proposal<S> proposal;
        if (line.has("solution")) {
            proposal = Proposal.of(codec.decode(line.get("solution")));
        } else if (evaluation instanceof Failure failure) {
            proposal = Proposal.failed(failure);
        } else {
            throw new IllegalArgumentException("it has a score, but no 'solution'");
        }
        return proposal.asked(
                line.path("prompt").asText(""), line.path("answer").asText(""));
    }

    static void injection(ObjectNode line, Injection injection) {
        line.putObject("injection").put("author", injection.author()).put("why", injection.why());
    }

    static Injection injection(JsonNode line) {
        JsonNode injection = required(line, "injection");
        return new Injection(
                required(injection, "author").asText(),
                required(injection, "why").asText());
    }

    static void evaluation(ObjectNode line, Evaluation evaluation) {
        if (evaluation instanceof Failure failure) {
            line.putObject("failure").put("kind", failure.kind()).put("reason", failure.reason());
        } else if (evaluation instanceof Score score) {
            line.put("objective", score.objective());
            measures(line, score.measures());
            if (!score.artifacts().isEmpty()) {
                var artifacts = line.putObject("artifacts");
                score.artifacts().forEach(artifacts::put);
            }
        }
    }

    static Evaluation evaluation(JsonNode line) {
        if (line.has("failure")) {
            JsonNode failure = line.get("failure");
            return new Failure(
                    required(failure, "kind").asText(),
                    required(failure, "reason").asText());
        }
        Map<String, String> artifacts = new TreeMap<>();
        line.path("artifacts")
                .properties()
                .forEach(entry -> artifacts.put(entry.getKey(), entry.getValue().asText()));
        return new Score(Json.number(required(line, "objective")), measures(line), artifacts);
    }

    static void measures(ObjectNode line, Measures measures) {
        var coordinates = line.putArray("measures");
        for (int i = 0; i < measures.size(); i++) {
            coordinates.add(measures.at(i));
        }
    }

    static Measures measures(JsonNode line) {
        JsonNode coordinates = required(line, "measures");
        var measures = new double[coordinates.size()];
        for (int i = 0; i < measures.length; i++) {
            measures[i] = Json.number(coordinates.get(i));
        }
        return Measures.of(measures);
    }

    static void usage(ObjectNode line, String name, Usage usage) {
        line.set(name, usage(usage));
    }

    /** The numbers of a usage; how many are estimates only where some are. */
    static ArrayNode usage(Usage usage) {
        ArrayNode numbers = Json.MAPPER
                .createArrayNode()
                .add(usage.calls())
                .add(usage.inputTokens())
                .add(usage.outputTokens())
                .add(usage.nanoUsd());
        return usage.estimated() == 0 ? numbers : numbers.add(usage.estimated());
    }

    /** Usage; journals of schema 1 have no price. */
    static Usage usage(JsonNode line, String name) {
        JsonNode usage = required(line, name);
        if (usage.size() < 3) {
            throw new IllegalArgumentException("its '%s' has fewer than 3 numbers".formatted(name));
        }
        return new Usage(
                Json.whole(usage.get(0)),
                Json.whole(usage.get(1)),
                Json.whole(usage.get(2)),
                usage.size() == 3 ? 0 : Json.whole(usage.get(3)),
                usage.size() < 5 ? 0 : Json.whole(usage.get(4)));
    }
}
