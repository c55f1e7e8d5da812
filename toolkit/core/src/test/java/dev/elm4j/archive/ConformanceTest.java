package dev.elm4j.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Replays the facts of pyribs' test-suite; the tolerance is that of numpy's {@code isclose}. */
class ConformanceTest {

    private static final JsonNode FACTS = read();

    private static JsonNode read() {
        try (InputStream facts = ConformanceTest.class.getResourceAsStream("qd_conformance_core.json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(facts, "facts"));
        } catch (IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
    }

    private record Case(String id, JsonNode archive, JsonNode steps) {
        @Override
        public String toString() {
            return id;
        }
    }

    static Stream<Case> cases() {
        return PyribsReplay.each(FACTS.get("cases"))
                .map(node -> new Case(node.get("id").asText(), node.path("archive"), node.get("steps")));
    }

    @Test
    void thereAreTwentyFiveCases() {
        assertThat(cases()).hasSize(25);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void eachCaseComesOutAsInPyribs(Case facts) {
        var replay = new PyribsReplay(facts.archive());
        PyribsReplay.each(facts.steps()).forEach(replay::step);
    }

    @Test
    void deepGridCellsTakeAnyoneAndLoseOneWhenFull() {
        for (JsonNode fact : FACTS.get("deep_grid")) {
            if (!fact.get("input").has("candidate")) {
                continue; // the selection of parents is another package's
            }
            JsonNode input = fact.get("input");
            Archive<String> archive = Archive.of(
                    Tessellation.grid(Axis.of("m", 0, 1).bins(1)),
                    CellPolicy.deepGrid(input.get("depth").asInt()),
                    3);
            PyribsReplay.each(input.get("cell_fitnesses"))
                    .forEach(fitness -> archive.add("old", fitness.asDouble(), 0.5));
            AddResult result = archive.add("young", input.get("candidate").asDouble(), 0.5);
            assertThat(result.status()).isEqualTo(AddStatus.ADDED);
            assertThat(archive.members(0))
                    .hasSize(fact.get("expected").get("size").asInt());
            assertThat(archive.members(0)).extracting(Elite::solution).contains("young");
        }
    }

    /** pyribs adds the sums of the archives before and after up. */
    @Test
    void rebinningDoesNotCountElitesTwice() {
        Archive<String> coarse = Archive.of(grid(2));
        coarse.add(List.of("a", "b"), new double[] {1, 2}, new double[][] {{0.75, 0.75}, {-0.75, -0.75}});
        Archive<String> fine = coarse.rebinned(grid(4)).archive();
        assertThat(fine.statistics()).isEqualTo(new Statistics(2, 16, 3, 2, 1.5));
        Rebinning<String> one = fine.rebinned(grid(1));
        assertThat(one.archive().statistics()).isEqualTo(new Statistics(1, 1, 2, 2, 2));
        assertThat(one.dropped()).extracting(Elite::solution).containsExactly("a");
    }

    private static Tessellation grid(int bins) {
        return Tessellation.grid(
                Axis.of("x", -1, 1).bins(bins), Axis.of("y", -1, 1).bins(bins));
    }
}
