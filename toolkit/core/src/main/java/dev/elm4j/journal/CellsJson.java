package dev.elm4j.journal;

import static dev.elm4j.journal.Json.required;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elm4j.archive.Axis;
import dev.elm4j.archive.CellPolicy;
import dev.elm4j.archive.CvtTessellation;
import dev.elm4j.archive.Tessellation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;

/** Axes, tessellations and policies of cells as JSON, and back. */
final class CellsJson {

    private CellsJson() {}

    static ArrayNode axes(List<Axis> axes) {
        var nodes = Json.MAPPER.createArrayNode();
        for (Axis axis : axes) {
            var node = nodes.addObject().put("name", axis.name()).put("unit", axis.unit());
            if (axis.isCategorical()) {
                axis.categories().forEach(node.putArray("categories")::add);
            } else {
                node.put("min", axis.min()).put("max", axis.max()).put("bins", axis.bins());
                edges(node, axis);
            }
        }
        return nodes;
    }

    private static void edges(ObjectNode node, Axis axis) {
        Axis equal = Axis.of(axis.name(), axis.min(), axis.max()).bins(axis.bins());
        if (!equal.scale().equals(axis.scale())) {
            var edges = node.putArray("edges");
            for (int i = 0; i <= axis.bins(); i++) {
                edges.add(axis.edge(i));
            }
        }
    }

    static List<Axis> axes(JsonNode nodes) {
        var axes = new ArrayList<Axis>();
        for (JsonNode node : nodes) {
            axes.add(axis(node).unit(required(node, "unit").asText()));
        }
        return axes;
    }

    private static Axis axis(JsonNode node) {
        String name = required(node, "name").asText();
        if (node.has("categories")) {
            return Axis.categories(
                    name,
                    StreamSupport.stream(node.get("categories").spliterator(), false)
                            .map(JsonNode::asText)
                            .toArray(String[]::new));
        }
        if (node.has("edges")) {
            return Axis.edges(name, numbers(node.get("edges")));
        }
        return Axis.of(name, Json.number(required(node, "min")), Json.number(required(node, "max")))
                .bins(Math.toIntExact(Json.whole(required(node, "bins"))));
    }

    private static double[] numbers(JsonNode array) {
        double[] numbers = new double[array.size()];
        Arrays.setAll(numbers, i -> Json.number(array.get(i)));
        return numbers;
    }

    /** What a tessellation adds to its axes. */
    static ObjectNode cells(Tessellation tessellation) {
        ObjectNode node = Json.MAPPER.createObjectNode();
        if (tessellation instanceof CvtTessellation cvt) {
            var rows = node.put("kind", "cvt").putArray("centroids");
            for (double[] centroid : cvt.centroids()) {
                Arrays.stream(centroid).forEach(rows.addArray()::add);
            }
        } else if (tessellation.equals(grid(tessellation.axes()))) {
            node.put("kind", "grid");
        } else {
            node.put("kind", tessellation.getClass().getName()).put("cells", tessellation.cells());
        }
        return node;
    }

    private static Tessellation grid(List<Axis> axes) {
        return Tessellation.grid(axes.toArray(Axis[]::new));
    }

    static Tessellation tessellation(List<Axis> axes, JsonNode cells) {
        String kind = required(cells, "kind").asText();
        return switch (kind) {
            case "grid" -> grid(axes);
            case "cvt" -> {
                JsonNode rows = required(cells, "centroids");
                double[][] centroids = new double[rows.size()][];
                Arrays.setAll(centroids, i -> numbers(rows.get(i)));
                yield Tessellation.cvt(centroids, axes.toArray(Axis[]::new));
            }
            default ->
                throw new IllegalArgumentException(
                        "its cells are of the kind '%s', which only its own search can build".formatted(kind));
        };
    }

    static ObjectNode policy(CellPolicy policy) {
        ObjectNode node = Json.MAPPER.createObjectNode();
        if (policy.equals(CellPolicy.elite())) {
            node.put("kind", "elite");
        } else if (policy instanceof CellPolicy.SoftThreshold soft) {
            node.put("kind", "soft threshold")
                    .put("learningRate", soft.learningRate())
                    .put("minimum", soft.minimum());
        } else if (policy instanceof CellPolicy.DeepGrid deep) {
            node.put("kind", "deep grid").put("depth", deep.depth());
        } else if (policy instanceof CellPolicy.Top top) {
            node.put("kind", "top").put("depth", top.depth());
        }
        return node;
    }

    static CellPolicy policy(JsonNode node) {
        String kind = required(node, "kind").asText();
        return switch (kind) {
            case "elite" -> CellPolicy.elite();
            case "soft threshold" ->
                CellPolicy.softThreshold(
                        Json.number(required(node, "learningRate")), Json.number(required(node, "minimum")));
            case "deep grid" -> CellPolicy.deepGrid(depth(node));
            case "top" -> CellPolicy.top(depth(node));
            default -> throw new IllegalArgumentException("its policy '%s' is not known here".formatted(kind));
        };
    }

    private static int depth(JsonNode node) {
        return Math.toIntExact(Json.whole(required(node, "depth")));
    }
}
