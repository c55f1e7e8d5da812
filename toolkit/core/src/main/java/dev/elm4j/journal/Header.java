package dev.elm4j.journal;

import static dev.elm4j.journal.Json.required;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elm4j.archive.Axis;
import dev.elm4j.archive.CellPolicy;
import dev.elm4j.archive.Tessellation;
import dev.elm4j.environment.Codec;
import dev.elm4j.environment.Environment;
import dev.elm4j.operator.Backing;
import dev.elm4j.operator.Operator;
import dev.elm4j.search.RunCells;
import dev.elm4j.search.Setup;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The first line of a journal: schema version and everything that decides what the run does. Neither the name, the budget
 * nor the number of threads belong to it, so a run may be renamed, prolonged and sped up.
 */
final class Header {

    static final int SCHEMA = 2;

    /** It is shown, but not continued: searches of that version planned otherwise. */
    private static final int OLDEST = 1;

    /** With what every journal begins, of any schema. */
    static final String BEGIN = "{\"format\":\"elm4j journal\"";

    private static final int LONGEST_SHOWN = 80;

    private Header() {}

    static ObjectNode of(Setup<?> setup) {
        ObjectNode header = Json.MAPPER.createObjectNode();
        header.put("format", "elm4j journal").put("schema", SCHEMA);
        header.put("seed", setup.seed()).put("batch", setup.batch()).put("window", setup.window());
        header.set("environment", environment(setup.environment()));
        header.put("strategy", setup.strategy().name());
        var operators = header.putArray("operators");
        for (Operator<?> operator : setup.operators()) {
            ObjectNode entry = operators
                    .addObject()
                    .put("name", operator.name())
                    .put("version", operator.version())
                    .put("parents", operator.parents())
                    .put("selection", operator.selection().name());
            if (!operator.backing().equals(Backing.NONE)) {
                entry.put("model", operator.backing().model())
                        .put("prompt", operator.backing().prompt());
            }
        }
        header.put("mixture", setup.variation().mixture().name());
        cells(header, setup.archives());
        return header;
    }

    /** Writes the cells behind the other entries of a header. */
    static void cells(ObjectNode header, RunCells cells) {
        header.set("axes", CellsJson.axes(cells.passive().axes()));
        header.set("cells", CellsJson.cells(cells.passive()));
        if (!cells.own().equals(cells.passive())) {
            ObjectNode own = CellsJson.cells(cells.own());
            own.set("axes", CellsJson.axes(cells.own().axes()));
            header.set("own", own);
        }
        header.set("policy", CellsJson.policy(cells.policy()));
    }

    private static <S> ObjectNode environment(Environment<S> environment) {
        var seeds = Json.MAPPER.createArrayNode();
        environment.seeds().forEach(seed -> seeds.add(encoded(environment.codec(), seed)));
        return Json.MAPPER
                .createObjectNode()
                .put("name", environment.name())
                .put("version", environment.version())
                .put("seeds", seeds.size())
                .put("seedsHash", hash(seeds));
    }

    /** A seed by the codec, a user's; null where that cannot write it, of which the run makes a failure. */
    private static <S> JsonNode encoded(Codec<S> codec, S seed) {
        try {
            return codec.encode(seed);
        } catch (RuntimeException unwritable) {
            return null;
        }
    }

    /** Who wrote for the operators, by the operators' names. */
    static Map<String, Backing> backings(JsonNode header) {
        var backings = new TreeMap<String, Backing>();
        for (JsonNode operator : header.path("operators")) {
            backings.put(
                    operator.path("name").asText(),
                    new Backing(
                            operator.path("model").asText(""),
                            operator.path("prompt").asText("")));
        }
        return backings;
    }

    /** A name-based UUID keeps things short however long the text is. */
    static String hash(JsonNode node) {
        return UUID.nameUUIDFromBytes(Json.line(node)).toString();
    }

    /**
     * The header of a journal; null for an empty file, or one that is torn in its first line.
     *
     * @throws IllegalStateException if it is no journal
     */
    static JsonNode read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw foreign(file, "it is a folder");
        }
        if (Files.size(file) == 0) {
            return null;
        }
        if (!isBeginning(file, BEGIN)) {
            throw foreign(file, "it does not begin with " + BEGIN);
        }
        try (var lines = new Lines(new FileInputStream(file.toFile()))) {
            return lines.next() ? lines.object() : null;
        } catch (IllegalArgumentException broken) {
            throw foreign(file, "of its first line, " + broken.getMessage());
        }
    }

    /** Whether a file and a text begin alike, as far as the shorter one goes. */
    static boolean isBeginning(Path file, String text) throws IOException {
        byte[] expected = text.getBytes(StandardCharsets.UTF_8);
        try (var in = new FileInputStream(file.toFile())) {
            byte[] begin = in.readNBytes(expected.length);
            return Arrays.equals(begin, Arrays.copyOf(expected, begin.length));
        }
    }

    private static IllegalStateException foreign(Path file, String why) {
        return new IllegalStateException(
                "%s is not a journal: %s. Nothing was changed. Give the search another name.".formatted(file, why));
    }

    /** Checks that this version can go on with a journal, or show it if {@code toShow}. */
    static void requireSchema(JsonNode header, Path file, boolean toShow) {
        int schema = header.path("schema").asInt();
        if (schema == SCHEMA || schema == OLDEST && toShow) {
            return;
        }
        throw new IllegalStateException(
                "%s is of schema %s, but this version goes on with schema %d and shows %d and %d. Nothing was changed. Use the version that wrote it, or give the search another name."
                        .formatted(file, header.path("schema"), SCHEMA, OLDEST, SCHEMA));
    }

    /** The cells of the run; a journal of schema 1 has a grid of elites. */
    static RunCells cells(JsonNode header) {
        List<Axis> axes = CellsJson.axes(required(header, "axes"));
        Tessellation passive = header.has("cells")
                ? CellsJson.tessellation(axes, header.get("cells"))
                : Tessellation.grid(axes.toArray(Axis[]::new));
        Tessellation own = header.has("own")
                ? CellsJson.tessellation(CellsJson.axes(required(header.get("own"), "axes")), header.get("own"))
                : passive;
        CellPolicy policy = header.has("policy") ? CellsJson.policy(header.get("policy")) : CellPolicy.elite();
        return new RunCells(own, policy, passive, Json.whole(required(header, "seed")));
    }

    /** The first entry in which two headers differ, as a phrase; empty if they are alike. */
    static String difference(JsonNode recorded, JsonNode wanted) {
        return difference("its", recorded, wanted);
    }

    private static String difference(String path, JsonNode was, JsonNode now) {
        if (was.isObject() && now.isObject()) {
            for (Iterator<String> names = now.fieldNames(); names.hasNext(); ) {
                String name = names.next();
                String inside = difference(path + " " + name, was.path(name), now.get(name));
                if (!inside.isEmpty()) {
                    return inside;
                }
            }
            return lost(path, was, now);
        }
        if (was.isArray() && now.isArray() && was.size() == now.size()) {
            for (int i = 0; i < now.size(); i++) {
                String inside = difference("%s %d".formatted(path, i + 1), was.get(i), now.get(i));
                if (!inside.isEmpty()) {
                    return inside;
                }
            }
            return "";
        }
        return was.toString().equals(now.toString())
                ? ""
                : "%s is %s, but this search has %s".formatted(path, shown(was), shown(now));
    }

    private static String lost(String path, JsonNode was, JsonNode now) {
        for (Iterator<String> names = was.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!now.has(name)) {
                return "%s %s is %s, but this search has none".formatted(path, name, shown(was.get(name)));
            }
        }
        return "";
    }

    private static String shown(JsonNode value) {
        String text = value.isMissingNode() ? "none" : value.toString();
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }
}
