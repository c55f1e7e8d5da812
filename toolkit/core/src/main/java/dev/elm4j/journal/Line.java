package dev.elm4j.journal;

import static dev.elm4j.journal.Json.required;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elm4j.archive.AddResult;
import dev.elm4j.archive.AddStatus;
import dev.elm4j.environment.Codec;
import dev.elm4j.environment.Evaluation;
import dev.elm4j.search.Candidate;
import dev.elm4j.search.Commit;
import dev.elm4j.search.Origin;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One candidate as one line of a journal, and back. */
final class Line {

    /** By the words that journals use. */
    private static final Map<String, Origin> ORIGINS =
            Arrays.stream(Origin.values()).collect(Collectors.toMap(Origin::word, origin -> origin));

    private static final Map<String, AddStatus> STATUSES =
            Arrays.stream(AddStatus.values()).collect(Collectors.toMap(AddStatus::word, status -> status));

    private Line() {}

    /** The place of a line in its batch. */
    record Place(long batch, int index, int size, Origin origin) {}

    static ObjectNode of(Commit<?> commit, Place place, Optional<JsonNode> solution) {
        Candidate<?> candidate = commit.candidate();
        ObjectNode line = Json.MAPPER.createObjectNode();
        line.put("candidate", candidate.number()).put("batch", place.batch());
        line.put("index", place.index())
                .put("size", place.size())
                .put("by", place.origin().word());
        Entries.candidate(line, candidate, solution);
        Entries.evaluation(line, commit.evaluation());
        commit.result().ifPresent(result -> line.put("outcome", result.status().word())
                .put("cell", result.cell())
                .put("value", result.value()));
        Entries.usage(line, "usage", commit.usage());
        return line;
    }

    static Place place(JsonNode line) {
        return new Place(
                Json.whole(required(line, "batch")),
                Math.toIntExact(Json.whole(required(line, "index"))),
                Math.toIntExact(Json.whole(required(line, "size"))),
                known(ORIGINS, "by", line));
    }

    static <S> Commit<S> commit(JsonNode line, Codec<S> codec) {
        Evaluation evaluation = Entries.evaluation(line);
        long batch = Json.whole(required(line, "batch"));
        return new Commit<>(
                Entries.candidate(line, batch, evaluation, codec),
                evaluation,
                Entries.usage(line, "usage"),
                result(line));
    }

    private static Optional<AddResult> result(JsonNode line) {
        if (!line.has("outcome")) {
            return Optional.empty();
        }
        return Optional.of(new AddResult(
                known(STATUSES, "outcome", line),
                Math.toIntExact(Json.whole(required(line, "cell"))),
                Json.number(required(line, "value"))));
    }

    private static <T> T known(Map<String, T> words, String name, JsonNode line) {
        String word = required(line, name).asText();
        T value = words.get(word);
        if (value == null) {
            throw new IllegalArgumentException(
                    "its '%s' is '%s', which this version does not know".formatted(name, word));
        }
        return value;
    }
}
