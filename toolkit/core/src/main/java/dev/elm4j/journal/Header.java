package dev.elm4j.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elm4j.archive.Axis;
import dev.elm4j.archive.Tessellation;
import dev.elm4j.environment.Environment;
import dev.elm4j.operator.Operator;
import dev.elm4j.search.Setup;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.UUID;

/**
 * The first line of a journal: schema version and everything that decides what the run does. Neither the name, the budget
 * nor the number of threads belong to it, so a run may be renamed, prolonged and sped up.
 */
final class Header {

    static final int SCHEMA = 1;

    private Header() {}

    static ObjectNode of(Setup<?> setup) {
        ObjectNode header = Json.MAPPER.createObjectNode();
        header.put("format", "elm4j journal").put("schema", SCHEMA);
        header.put("seed", setup.seed()).put("batch", setup.batch()).put("window", setup.window());
        header.set("environment", environment(setup.environment()));
        header.put("strategy", setup.strategy().name());
        var operators = header.putArray("operators");
        for (Operator<?> operator : setup.operators()) {
            operators
                    .addObject()
                    .put("name", operator.name())
                    .put("version", operator.version())
                    .put("parents", operator.parents())
                    .put("selection", operator.selection().name());
        }
        var axes = header.putArray("axes");
        for (Axis axis : setup.tessellation().axes()) {
            axes.addObject()
                    .put("name", axis.name())
                    .put("unit", axis.unit())
                    .put("min", axis.min())
                    .put("max", axis.max())
                    .put("bins", axis.bins());
        }
        return header;
    }

    private static <S> ObjectNode environment(Environment<S> environment) {
        var seeds = Json.MAPPER.createArrayNode();
        environment.seeds().forEach(seed -> seeds.add(environment.codec().encode(seed)));
        ObjectNode node = Json.MAPPER.createObjectNode();
        node.put("name", environment.name()).put("version", environment.version());
        node.put("seeds", seeds.size());
        // A name-based UUID keeps the header short however long the seeds are.
        node.put(
                "seedsHash",
                UUID.nameUUIDFromBytes(seeds.toString().getBytes(StandardCharsets.UTF_8))
                        .toString());
        return node;
    }

    static Tessellation tessellation(JsonNode header) {
        Iterable<JsonNode> nodes = () -> header.get("axes").elements();
        var axes = new java.util.ArrayList<Axis>();
        for (JsonNode axis : nodes) {
            axes.add(Axis.of(
                            axis.get("name").asText(),
                            axis.get("min").asDouble(),
                            axis.get("max").asDouble())
                    .bins(axis.get("bins").asInt())
                    .unit(axis.get("unit").asText()));
        }
        return Tessellation.grid(axes.toArray(Axis[]::new));
    }

    /** The first entry in which two headers differ, as a phrase; empty if they are alike. */
    static String difference(JsonNode recorded, JsonNode wanted) {
        for (Iterator<String> names = wanted.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            JsonNode was = recorded.path(name);
            if (!was.toString().equals(wanted.get(name).toString())) {
                return "its %s is %s, but this search has %s".formatted(name, was, wanted.get(name));
            }
        }
        return "";
    }
}
