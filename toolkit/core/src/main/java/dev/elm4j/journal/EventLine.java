package dev.elm4j.journal;

import static dev.elm4j.journal.Json.required;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elm4j.environment.Codec;
import dev.elm4j.search.Correction;
import dev.elm4j.search.QueuedInjection;
import dev.elm4j.search.Reevaluated;
import dev.elm4j.search.RunEvent;
import java.util.ArrayList;

/** What happens to a run between its batches, one line each, and back; such a line has an {@code event}. */
final class EventLine {

    private static final String QUEUED = "queued";
    private static final String REEVALUATION = "reevaluation";

    private EventLine() {}

    static <S> ObjectNode of(QueuedInjection<S> queued, Codec<S> codec) {
        ObjectNode line = Json.MAPPER.createObjectNode();
        line.put("event", QUEUED).put("batch", queued.batch());
        line.set("solution", codec.encode(queued.solution()));
        Entries.injection(line, queued.injection());
        return line;
    }

    static ObjectNode of(Correction<?> correction) {
        ObjectNode line = Json.MAPPER.createObjectNode();
        line.put("event", REEVALUATION).put("samples", correction.samples());
        Entries.usage(line, "usage", correction.usage());
        var elites = line.putArray("elites");
        for (Reevaluated elite : correction.elites()) {
            var entry = elites.addObject()
                    .put("candidate", elite.candidate())
                    .put("before", elite.before())
                    .put("samples", elite.samples())
                    .put("failed", elite.failed())
                    .put("mean", elite.mean())
                    .put("spread", elite.spread());
            Entries.measures(entry, elite.measures());
        }
        return line;
    }

    static boolean is(JsonNode line) {
        return line.has("event");
    }

    static <S> RunEvent<S> event(JsonNode line, Codec<S> codec) {
        String event = line.get("event").asText();
        return switch (event) {
            case QUEUED ->
                new QueuedInjection<>(
                        Json.whole(required(line, "batch")),
                        codec.decode(required(line, "solution")),
                        Entries.injection(line));
            case REEVALUATION -> correction(line);
            default ->
                throw new IllegalArgumentException(
                        "it is the event '%s', which this version does not know".formatted(event));
        };
    }

    private static <S> Correction<S> correction(JsonNode line) {
        var elites = new ArrayList<Reevaluated>();
        for (JsonNode entry : required(line, "elites")) {
            elites.add(new Reevaluated(
                    Json.whole(required(entry, "candidate")),
                    Json.number(required(entry, "before")),
                    Math.toIntExact(Json.whole(required(entry, "samples"))),
                    Math.toIntExact(Json.whole(required(entry, "failed"))),
                    Json.number(required(entry, "mean")),
                    Json.number(required(entry, "spread")),
                    Entries.measures(entry)));
        }
        return new Correction<>(
                Math.toIntExact(Json.whole(required(line, "samples"))), elites, Entries.usage(line, "usage"));
    }
}
