package dev.elm4j.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elm4j.archive.AddResult;
import dev.elm4j.archive.AddStatus;
import dev.elm4j.archive.Measures;
import dev.elm4j.environment.Codec;
import dev.elm4j.environment.Evaluation;
import dev.elm4j.environment.Failure;
import dev.elm4j.environment.Score;
import dev.elm4j.environment.Usage;
import dev.elm4j.operator.Proposal;
import dev.elm4j.search.Candidate;
import dev.elm4j.search.Commit;
import dev.elm4j.search.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** One candidate as one line of a journal, and back. */
final class Line {

    private Line() {}

    /** The place of a line in its batch. */
    record Place(long batch, int index, int size, Origin origin) {}

    static <S> ObjectNode of(Commit<S> commit, Place place, Codec<S> codec) {
        Candidate<S> candidate = commit.candidate();
        ObjectNode line = Json.MAPPER.createObjectNode();
        line.put("candidate", candidate.number()).put("batch", place.batch());
        line.put("index", place.index())
                .put("size", place.size())
                .put("by", place.origin().word());
        line.put("operator", candidate.operator());
        var parents = line.putArray("parents");
        candidate.parents().forEach(parents::add);
        proposal(line, candidate.proposal(), codec);
        evaluation(line, commit.evaluation());
        commit.result().ifPresent(result -> line.put("outcome", result.status().word())
                .put("cell", result.cell())
                .put("value", result.value()));
        Usage usage = commit.usage();
        line.putArray("usage").add(usage.calls()).add(usage.inputTokens()).add(usage.outputTokens());
        return line;
    }

    private static <S> void proposal(ObjectNode line, Proposal<S> proposal, Codec<S> codec) {
        if (!proposal.prompt().isEmpty()) {
            line.put("prompt", proposal.prompt());
        }
        if (!proposal.answer().isEmpty()) {
            line.put("answer", proposal.answer());
        }
        if (proposal instanceof Proposal.Solved<S> solved) {
            try {
                line.set("solution", Objects.requireNonNull(codec.encode(solved.solution())));
            } catch (RuntimeException unwritable) {
                // A user's codec; the book has made a failure of this candidate, and says so in the line.
                line.remove("solution");
            }
        }
    }

    private static void evaluation(ObjectNode line, Evaluation evaluation) {
        if (evaluation instanceof Failure failure) {
            line.putObject("failure").put("kind", failure.kind()).put("reason", failure.reason());
        } else if (evaluation instanceof Score score) {
            line.put("objective", score.objective());
            var measures = line.putArray("measures");
            for (double measure : score.measures().toArray()) {
                measures.add(measure);
            }
            if (!score.artifacts().isEmpty()) {
                var artifacts = line.putObject("artifacts");
                score.artifacts().forEach(artifacts::put);
            }
        }
    }

    static Place place(JsonNode line) {
        return new Place(
                required(line, "batch").asLong(),
                required(line, "index").asInt(),
                required(line, "size").asInt(),
                Origin.valueOf(required(line, "by").asText().toUpperCase(Locale.ROOT)));
    }

    static <S> Commit<S> commit(JsonNode line, Codec<S> codec) {
        Evaluation evaluation = evaluation(line);
        List<Long> parents = new ArrayList<>();
        required(line, "parents").forEach(parent -> parents.add(parent.asLong()));
        var candidate = new Candidate<>(
                required(line, "candidate").asLong(),
                required(line, "batch").asLong(),
                required(line, "operator").asText(),
                parents,
                proposal(line, evaluation, codec));
        JsonNode usage = required(line, "usage");
        return new Commit<>(
                candidate,
                evaluation,
                new Usage(
                        usage.get(0).asLong(),
                        usage.get(1).asLong(),
                        usage.get(2).asLong()),
                result(line));
    }

    private static <S> Proposal<S> proposal(JsonNode line, Evaluation evaluation, Codec<S> codec) {
        Proposal<S> proposal = line.has("solution")
                ? Proposal.of(codec.decode(line.get("solution")))
                : Proposal.failed((Failure) evaluation);
        return proposal.asked(
                line.path("prompt").asText(""), line.path("answer").asText(""));
    }

    private static Evaluation evaluation(JsonNode line) {
        if (line.has("failure")) {
            JsonNode failure = line.get("failure");
            return new Failure(
                    required(failure, "kind").asText(),
                    required(failure, "reason").asText());
        }
        JsonNode coordinates = required(line, "measures");
        var measures = new double[coordinates.size()];
        for (int i = 0; i < measures.length; i++) {
            measures[i] = coordinates.get(i).asDouble();
        }
        Map<String, String> artifacts = new TreeMap<>();
        line.path("artifacts")
                .properties()
                .forEach(entry -> artifacts.put(entry.getKey(), entry.getValue().asText()));
        return new Score(required(line, "objective").asDouble(), Measures.of(measures), artifacts);
    }

    private static Optional<AddResult> result(JsonNode line) {
        if (!line.has("outcome")) {
            return Optional.empty();
        }
        String word = line.get("outcome").asText();
        return Optional.of(new AddResult(
                AddStatus.valueOf(word.toUpperCase(Locale.ROOT).replace(' ', '_')),
                required(line, "cell").asInt(),
                required(line, "value").asDouble()));
    }

    private static JsonNode required(JsonNode line, String name) {
        JsonNode value = line.get(name);
        if (value == null) {
            throw new IllegalArgumentException("it has no '%s'".formatted(name));
        }
        return value;
    }
}
