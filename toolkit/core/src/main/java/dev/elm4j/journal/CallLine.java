package dev.elm4j.journal;

import static dev.elm4j.journal.Json.required;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elm4j.environment.Usage;
import dev.elm4j.search.Budget;
import dev.elm4j.search.CallKey;
import dev.elm4j.search.RecordedCall;
import dev.elm4j.search.Reply;

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
        if (manner.isReplayed()) {
            line.put("replayed", true);
        }
        if (manner.together() > 1) {
            line.put("together", manner.together());
        }
        if (call.reply() instanceof Reply.Threw threw) {
            line.put("threw", threw.text());
        } else if (call.reply() instanceof Reply.Stopped stopped) {
            line.set("stopped", caps(stopped.budget()));
        }
        line.set(REQUEST, request.json());
        if (call.reply() instanceof Reply.Answered answered) {
            line.set("answer", answered.json());
        }
        return line;
    }

    static RecordedCall call(JsonNode line) {
        return new RecordedCall(
                key(line),
                required(line, "kind").asText(),
                required(line, REQUEST),
                reply(line),
                Entries.usage(line, "usage"));
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
        return line.has("stopped")
                ? new Reply.Stopped(budget(line.get("stopped")))
                : new Reply.Answered(required(line, "answer"));
    }

    /** A budget by its caps; none for what has no cap. */
    private static ObjectNode caps(Budget budget) {
        ObjectNode caps = Json.MAPPER.createObjectNode();
        cap(caps, "calls", budget.calls());
        cap(caps, "tokens", budget.tokens());
        cap(caps, "nanoUsd", budget.nanoUsd());
        return caps;
    }

    private static void cap(ObjectNode caps, String name, long cap) {
        if (cap != Budget.UNLIMITED) {
            caps.put(name, cap);
        }
    }

    private static Budget budget(JsonNode caps) {
        return new Budget(Budget.UNLIMITED, cap(caps, "calls"), cap(caps, "tokens"), cap(caps, "nanoUsd"));
    }

    private static long cap(JsonNode caps, String name) {
        return caps.has(name) ? Json.whole(caps.get(name)) : Budget.UNLIMITED;
    }
}
