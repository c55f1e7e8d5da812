package dev.elm4j.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Requests and answers as the supervisor's JSON. Nothing that is not whole and of its kind gets through. */
final class Wire {

    private Wire() {}

    /**
     * A request, but for its id.
     *
     * @throws IllegalArgumentException if an input is of a kind that does not travel
     */
    static ObjectNode encode(ProgramRequest request) {
        Program program = request.program();
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("op", "run")
                .put("language", program.language().word())
                .put("source", Values.encode(program.source()).textValue())
                .put("entry", program.entryPoint())
                .put("seed", request.seed())
                .put("guard", request.guard().name().toLowerCase(Locale.ROOT));
        ArrayNode inputs = json.putArray("inputs");
        request.inputs().forEach(arguments -> inputs.add(Values.encode(arguments)));
        json.set("limits", encode(request.limits()));
        return json;
    }

    static ObjectNode encode(Limits limits) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("cpuMs", limits.cpu().toMillis())
                .put("wallMs", limits.wall().toMillis())
                .put("compileMs", limits.compile().toMillis())
                .put("memoryMb", limits.memoryMb())
                .put("outputBytes", limits.outputBytes())
                .put("resultBytes", limits.resultBytes())
                .put("threads", limits.threads());
    }

    /**
     * The result that an answer tells.
     *
     * @throws IllegalArgumentException if it is no whole answer to a request with so many inputs
     */
    static ProgramResult decode(JsonNode json, int inputs, Tier tier, double totalMs) {
        var outcomes = new ArrayList<Outcome>();
        array(json, "outcomes").forEach(outcome -> outcomes.add(outcome(outcome)));
        if (outcomes.size() != inputs) {
            throw new IllegalArgumentException(inputs + " inputs have " + outcomes.size() + " outcomes");
        }
        ProgramStatus status = status(json);
        if (status != first(outcomes)) {
            throw new IllegalArgumentException("its status is not that of its outcomes");
        }
        JsonNode timings = json.path("timings");
        return new ProgramResult(
                status,
                text(json, "detail"),
                outcomes,
                text(json, "stdout"),
                text(json, "stderr"),
                json.path("truncated").asBoolean(),
                new Timings(
                        number(timings, "compileMs"),
                        number(timings, "startMs"),
                        number(timings, "runMs"),
                        number(timings, "cpuMs"),
                        totalMs),
                findings(json),
                tier);
    }

    private static ProgramStatus first(List<Outcome> outcomes) {
        return outcomes.stream()
                .map(Outcome::status)
                .filter(status -> status != ProgramStatus.VALID)
                .findFirst()
                .orElse(ProgramStatus.VALID);
    }

    private static Outcome outcome(JsonNode json) {
        ProgramStatus status = status(json);
        Object value = null;
        if (status == ProgramStatus.VALID) {
            if (!json.has("value")) {
                throw new IllegalArgumentException("a valid outcome has no value");
            }
            value = Values.decode(json.get("value"));
        }
        return new Outcome(
                status, value, json.path("detail").asText(), json.path("cpuMs").asDouble());
    }

    private static List<Finding> findings(JsonNode json) {
        var findings = new ArrayList<Finding>();
        array(json, "findings")
                .forEach(finding -> findings.add(new Finding(
                        Math.max(0, finding.path("line").asInt()), text(finding, "rule"), text(finding, "message"))));
        return findings;
    }

    private static ProgramStatus status(JsonNode json) {
        return ProgramStatus.valueOf(text(json, "status")); // its exception names the unknown one
    }

    private static JsonNode array(JsonNode json, String name) {
        if (!json.path(name).isArray()) {
            throw new IllegalArgumentException("the list \"" + name + "\" is missing");
        }
        return json.path(name);
    }

    private static String text(JsonNode json, String name) {
        if (!json.path(name).isTextual()) {
            throw new IllegalArgumentException("the text \"" + name + "\" is missing");
        }
        return json.path(name).textValue();
    }

    private static double number(JsonNode json, String name) {
        if (!json.path(name).isNumber()) {
            throw new IllegalArgumentException("the number \"" + name + "\" is missing");
        }
        return json.path(name).doubleValue();
    }
}
