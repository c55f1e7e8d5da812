package dev.elm4j.journal;

import static dev.elm4j.journal.Json.required;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elm4j.environment.Usage;
import dev.elm4j.search.CallKey;
import dev.elm4j.search.PaidAttempt;
import dev.elm4j.search.RecordedCall;
import dev.elm4j.search.Reply;
import java.util.ArrayList;
import java.util.List;

/** Lines of a cassette, and back. What is short comes first, so that nobody need read a request to know whose it is. */
final class CallLine {

    /** The first of the entries that are long. */
    static final String REQUEST = "request";

    private CallLine() {}

    /**
     * How a call came into the cassette.
     *
     * @param isReplayed whether it was copied from another cassette, so that no attempt of this run paid for it
     * @param together how many lines belong together, all or none of them
     */
    record Manner(boolean isReplayed, int together) {}

    static ObjectNode begun(long attempt, Usage worst) {
        return attempt(attempt, "worst", worst);
    }

    static ObjectNode settled(long attempt, Usage used) {
        return attempt(attempt, "used", used);
    }

    private static ObjectNode attempt(long attempt, String name, Usage usage) {
        ObjectNode line = Json.MAPPER.createObjectNode().put("attempt", attempt);
        line.set(name, Entries.usage(usage));
        return line;
    }

    static ObjectNode of(RecordedCall call, Canonical request, Manner manner) {
        ObjectNode line = Json.MAPPER.createObjectNode();
        line.put("call", call.key().toString()).put("kind", call.kind()).put("hash", request.hash());
        line.set("usage", Entries.usage(call.usage()));
        attempts(line, call.attempts());
        if (manner.isReplayed()) {
            line.put("replayed", true);
        }
        if (manner.together() > 1) {
            line.put("together", manner.together());
        }
        if (call.reply() instanceof Reply.Threw threw) {
            line.put("threw", threw.text());
        } else if (call.reply() instanceof Reply.Stopped) {
            line.put("stopped", true);
        }
        line.set(REQUEST, request.json());
        if (call.reply() instanceof Reply.Answered answered) {
            line.set("answer", answered.json());
        }
        return line;
    }

    /** One attempt needs no list: what it used is the usage. */
    private static void attempts(ObjectNode line, List<PaidAttempt> attempts) {
        if (attempts.size() == 1) {
            line.set("worst", Entries.usage(attempts.get(0).worst()));
            return;
        }
        ArrayNode list = line.putArray("attempts");
        attempts.forEach(
                attempt -> list.addArray().add(Entries.usage(attempt.worst())).add(Entries.usage(attempt.used())));
    }

    static RecordedCall call(JsonNode line) {
        return new RecordedCall(
                key(line), required(line, "kind").asText(), required(line, REQUEST), reply(line), attempts(line));
    }

    static CallKey key(JsonNode line) {
        return CallKey.of(required(line, "call").asText());
    }

    static Manner manner(JsonNode line) {
        int together = line.path("together").asInt(1);
        if (together < 1) {
            throw new IllegalArgumentException("its 'together' is %d".formatted(together));
        }
        return new Manner(line.path("replayed").asBoolean(), together);
    }

    static boolean isAnswered(JsonNode head) {
        return !head.has("threw") && !head.has("stopped");
    }

    private static Reply reply(JsonNode line) {
        if (line.has("threw")) {
            return new Reply.Threw(line.get("threw").asText());
        }
        return line.has("stopped") ? new Reply.Stopped() : new Reply.Answered(required(line, "answer"));
    }

    private static List<PaidAttempt> attempts(JsonNode line) {
        var attempts = new ArrayList<PaidAttempt>();
        if (line.has("attempts")) {
            for (JsonNode pair : line.get("attempts")) {
                attempts.add(new PaidAttempt(
                        Entries.usageOf(pair.path(0), "attempts"), Entries.usageOf(pair.path(1), "attempts")));
            }
            return attempts;
        }
        Usage usage = Entries.usage(line, "usage");
        attempts.add(new PaidAttempt(line.has("worst") ? Entries.usage(line, "worst") : usage, usage));
        return attempts;
    }
}
