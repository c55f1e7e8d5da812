package dev.elm4j.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;

/** One archive and the steps that it goes through, as facts of pyribs' tests tell them. */
final class PyribsReplay {

    private final JsonNode configuration;
    private Archive<JsonNode> archive;

    PyribsReplay(JsonNode configuration) {
        this.configuration = configuration;
        if (!configuration.isMissingNode()) {
            this.archive = Archive.of(tessellation(configuration.path("dims")), policy(), 0);
        }
    }

    private Tessellation tessellation(JsonNode dims) {
        double[][] ranges = rows(configuration.get("ranges"));
        Axis[] axes = IntStream.range(0, ranges.length)
                .mapToObj(i -> Axis.of("m" + i, ranges[i][0], ranges[i][1]))
                .toArray(Axis[]::new);
        if (configuration.get("type").asText().equals("cvt")) {
            return Tessellation.cvt(rows(configuration.get("centroids")), axes);
        }
        for (int i = 0; i < axes.length; i++) {
            axes[i] = axes[i].bins(dims.get(i).asInt());
        }
        return Tessellation.grid(axes);
    }

    private CellPolicy policy() {
        return configuration.has("threshold_min")
                ? CellPolicy.softThreshold(
                        configuration.get("learning_rate").asDouble(), number(configuration.get("threshold_min")))
                : CellPolicy.elite();
    }

    void step(JsonNode step) {
        if (step.has("expect_error")) {
            assertThatIllegalArgumentException().isThrownBy(() -> perform(step));
        } else {
            perform(step);
        }
    }

    private void perform(JsonNode step) {
        JsonNode expect = step.path("expect");
        switch (step.get("op").asText()) {
            case "properties" -> properties(expect);
            case "index_of" ->
                assertThat(archive.tessellation().cellsOf(rows(step.get("args"))))
                        .containsExactly(cells(expect));
            case "grid_to_int_index" ->
                assertThat(cell(step.get("args").get(0)))
                        .isEqualTo(expect.get(0).asInt());
            case "int_to_grid_index" ->
                assertThat(cell(expect.get(0)))
                        .isEqualTo(step.get("args").get(0).asInt());
            case "add" -> add(step, expect);
            case "contents" -> contents(expect);
            case "compute_thresholds" -> thresholds(step);
            case "stats" -> statistics(expect);
            case "stat_field" -> assertClose(archive.statistics().best(), expect.asDouble());
            case "best_elite" -> assertElite(archive.best(), expect);
            case "retrieve" -> retrieve(step);
            case "retessellate" ->
                archive = archive.rebinned(tessellation(step.get("dims"))).archive();
            case "cqd_score" ->
                cqdScore(step.get("args"), step.get("expect_mean").asDouble());
            default -> throw new AssertionError("Unknown step: " + step);
        }
    }

    private static int[] cells(JsonNode node) {
        return each(node).mapToInt(JsonNode::asInt).toArray();
    }

    /** The cell around the middle of these bins. */
    private int cell(JsonNode bins) {
        double[] middle = new double[bins.size()];
        for (int i = 0; i < middle.length; i++) {
            Axis axis = archive.tessellation().axes().get(i);
            int bin = bins.get(i).asInt();
            middle[i] = (axis.edge(bin) + axis.edge(bin + 1)) / 2;
        }
        return archive.tessellation().cellOf(middle);
    }

    private void properties(JsonNode expect) {
        Tessellation tessellation = archive.tessellation();
        assertThat(tessellation.cells()).isEqualTo(expect.get("cells").asInt());
        for (int i = 0; i < expect.path("boundaries").size(); i++) {
            Axis axis = tessellation.axes().get(i);
            double[] edges = IntStream.rangeClosed(0, axis.bins())
                    .mapToDouble(axis::edge)
                    .toArray();
            assertThat(edges).containsExactly(row(expect.get("boundaries").get(i)), within(1e-12));
        }
        for (int i = 0; i < expect.path("lower_bounds").size(); i++) {
            Axis axis = tessellation.axes().get(i);
            assertThat(axis.min()).isEqualTo(expect.get("lower_bounds").get(i).asDouble());
            assertThat(axis.max()).isEqualTo(expect.get("upper_bounds").get(i).asDouble());
        }
    }

    private void add(JsonNode step, JsonNode expect) {
        if (!step.path("single").asBoolean()) {
            List<JsonNode> solutions = each(step.get("solution")).toList();
            BatchResult result = archive.add(solutions, row(step.get("objective")), rows(step.get("measures")));
            assertThat(result.size()).isEqualTo(expect.get("status").size());
            for (int i = 0; i < result.size(); i++) {
                assertResult(
                        result.result(i),
                        expect.get("status").get(i),
                        expect.get("value").get(i));
            }
            return;
        }
        double objective = number(step.get("objective"));
        double[] measures = row(step.get("measures"));
        AddResult decided = archive.decide(objective, Measures.of(measures));
        var twin = Archive.restored(archive.tessellation(), archive.policy(), archive.state());
        BatchResult ofOne =
                twin.add(List.of(step.get("solution")), new double[] {objective}, new double[][] {measures});
        AddResult result = archive.add(step.get("solution"), objective, measures);
        assertThat(decided).isEqualTo(result);
        assertThat(ofOne.result(0)).isEqualTo(result);
        assertThat(twin.state()).isEqualTo(archive.state());
        assertResult(result, expect.get("status"), expect.get("value"));
    }

    private static void assertResult(AddResult result, JsonNode status, JsonNode value) {
        List<AddStatus> words = List.of(AddStatus.NOT_ADDED, AddStatus.IMPROVED, AddStatus.NEW);
        assertThat(result.status()).isEqualTo(words.get(status.asInt()));
        assertClose(result.value(), value.asDouble());
    }

    private void contents(JsonNode expect) {
        var left = new ArrayList<>(archive.elites());
        for (JsonNode wanted : expect) {
            Elite<JsonNode> elite = left.stream()
                    .filter(one -> one.measures().equals(Measures.of(row(wanted.get("measures")))))
                    .findFirst()
                    .orElseThrow();
            assertElite(elite, wanted);
            left.remove(elite);
        }
        assertThat(left).isEmpty();
    }

    private void assertElite(Elite<JsonNode> elite, JsonNode wanted) {
        assertThat(elite.solution()).isEqualTo(wanted.get("solution"));
        assertClose(elite.objective(), wanted.get("objective").asDouble());
        assertThat(elite.measures()).isEqualTo(Measures.of(row(wanted.get("measures"))));
        if (wanted.has("grid_index")) {
            assertThat(elite.cell()).isEqualTo(cell(wanted.get("grid_index")));
        }
    }

    /** All objectives pass the threshold, which is set here by restoring an archive with it. */
    private void thresholds(JsonNode step) {
        double[] objectives = row(step.get("objective"));
        double before = step.get("cur_threshold").get(0).asDouble();
        var policy = CellPolicy.softThreshold(step.get("learning_rate").asDouble(), before);
        Archive<String> one = Archive.of(Tessellation.grid(Axis.of("m", 0, 1).bins(1)), policy, 0);
        one.add(List.of("a", "b", "c", "d", "e"), objectives, new double[objectives.length][1]);
        assertClose(one.threshold(0), step.get("expect").get(0).asDouble());
    }

    private void statistics(JsonNode expect) {
        double offset = configuration.path("qd_score_offset").asDouble();
        Statistics statistics = archive.statistics();
        assertThat(statistics.elites()).isEqualTo(expect.get("num_elites").asInt());
        assertClose(statistics.coverage(), expect.get("coverage").asDouble());
        assertClose(statistics.qdScore(offset), expect.get("qd_score").asDouble());
        assertClose(
                statistics.normalizedQdScore(offset),
                expect.get("norm_qd_score").asDouble());
        assertClose(statistics.best(), expect.get("obj_max").asDouble());
        assertClose(statistics.mean(), expect.get("obj_mean").asDouble());
    }

    private void retrieve(JsonNode step) {
        double[] point = row(step.get("args").get(0));
        var elite = archive.elite(point);
        JsonNode expect = step.get("expect");
        assertThat(elite.isPresent()).isEqualTo(expect.get("occupied").get(0).asBoolean());
        if (elite.isPresent()) {
            assertThat(elite.get().solution()).isEqualTo(expect.get("solution").get(0));
            assertClose(
                    archive.threshold(elite.get().cell()),
                    expect.get("threshold").get(0).asDouble());
        }
    }

    private void cqdScore(JsonNode settings, double mean) {
        double score = CqdScore.at(rows(settings.get("target_points").get(0)))
                .penalties(settings.get("penalties").asInt())
                .objectives(
                        settings.get("obj_min").asDouble(),
                        settings.get("obj_max").asDouble())
                .farthest(settings.get("dist_max").asDouble())
                .of(archive);
        assertClose(score, mean);
    }

    static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static double number(JsonNode node) {
        return switch (node.asText()) {
            case "nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> node.asDouble();
        };
    }

    private static double[] row(JsonNode node) {
        return each(node).mapToDouble(PyribsReplay::number).toArray();
    }

    private static double[][] rows(JsonNode node) {
        return each(node).map(PyribsReplay::row).toArray(double[][]::new);
    }

    private static Offset<Double> near(double expected) {
        return within(1e-8 + 1e-5 * Math.abs(expected));
    }

    private static void assertClose(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, near(expected));
    }
}
