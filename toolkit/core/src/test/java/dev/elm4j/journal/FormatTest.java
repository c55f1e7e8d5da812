package dev.elm4j.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.elm4j.archive.AddResult;
import dev.elm4j.archive.AddStatus;
import dev.elm4j.archive.Axis;
import dev.elm4j.archive.Measures;
import dev.elm4j.environment.Codec;
import dev.elm4j.environment.Environment;
import dev.elm4j.environment.Evaluation;
import dev.elm4j.environment.Usage;
import dev.elm4j.operator.Gaussian;
import dev.elm4j.operator.Proposal;
import dev.elm4j.search.Candidate;
import dev.elm4j.search.Commit;
import dev.elm4j.search.Correction;
import dev.elm4j.search.Injection;
import dev.elm4j.search.Origin;
import dev.elm4j.search.QueuedInjection;
import dev.elm4j.search.Reevaluated;
import dev.elm4j.search.Run;
import dev.elm4j.search.Search;
import dev.elm4j.search.TestRuns;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines themselves: readable, exact, and as the documentation says. */
class FormatTest {

    private static final double INF = Double.POSITIVE_INFINITY;

    @TempDir
    Path home;

    @AutoClose
    private RunFolders runs;

    @BeforeEach
    void openRuns() {
        runs = new RunFolders(home);
    }

    private static JsonNode read(byte[] line) {
        assertThat(line).endsWith((byte) '\n');
        return Json.object(line, 0, line.length - 1);
    }

    @Test
    void aCandidateComesBackExactly() {
        var candidate = new Candidate<>(
                5_000_000_000L,
                2,
                "edits",
                List.of(0L, 4_999_999_999L),
                Proposal.of("text").asked("?", "!"),
                Optional.of(new Injection("Ada", "why not")));
        for (double number : new double[] {0.1, -0.0, 1e-300, Math.PI, 2e23, Double.MIN_VALUE, Double.MAX_VALUE}) {
            var commit = new Commit<>(
                    candidate,
                    Evaluation.of(number, -number, 3).artifact("picture", "<svg/>"),
                    new Usage(1, 2, 3, 4),
                    Optional.of(new AddResult(AddStatus.ADDED, 7, number > 1 ? INF : number)));
            var place = new Line.Place(2, 0, 1, Origin.QUEUED);
            JsonNode line = read(
                    Json.line(Line.of(commit, place, Optional.of(Codec.string().encode("text")))));
            assertThat(Line.commit(line, Codec.string())).isEqualTo(commit);
            assertThat(Line.place(line)).isEqualTo(place);
        }
    }

    @Test
    void eventsComeBackExactly() {
        var queued = new QueuedInjection<>(9, "text", new Injection("Ada", "why\nnot \ud83d\ude00"));
        assertThat(EventLine.event(read(Json.line(EventLine.of(queued, Codec.string()))), Codec.string()))
                .isEqualTo(queued);
        var correction = new Correction<String>(
                3,
                List.of(
                        new Reevaluated(4, 0.5, 3, 0, 0.4, 0.01, Measures.of(1, 2)),
                        new Reevaluated(5, -0.0, 0, 3, Double.NaN, Double.NaN, Measures.of(1, INF))),
                new Usage(1, 2, 3, 4_000_000_000L));
        assertThat(EventLine.event(read(Json.line(EventLine.of(correction))), Codec.string()))
                .isEqualTo(correction);
    }

    @Test
    void linesAreCutAsTheyAreWhateverTheBuffer() throws IOException {
        String text = "a\n\n" + "x".repeat(70_000) + "\nlast\n" + "y".repeat(200_000) + "\ntorn";
        var lines = new Lines(new java.io.ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] buffer, int offset, int length) {
                return super.read(buffer, offset, Math.min(length, 1_021));
            }
        });
        for (String expected : text.substring(0, text.lastIndexOf('\n')).split("\n")) {
            assertThat(lines.next()).isTrue();
            assertThat(lines.length()).isEqualTo(expected.length());
            assertThat(text.substring((int) lines.begin())).startsWith(expected + "\n");
            assertThat(lines.end()).isEqualTo(lines.begin() + expected.length() + 1);
        }
        assertThat(lines.next()).isFalse();
        assertThat(lines.number()).isEqualTo(5);
    }

    @Test
    void everyLineIsReadableJson() throws IOException {
        runs.words("run", 1).run(40);
        List<String> lines = Files.readAllLines(runs.file("run"), StandardCharsets.UTF_8);
        assertThat(lines).hasSize(41).allSatisfy(line -> assertThat(
                        Json.MAPPER.readTree(line).isObject())
                .isTrue());
    }

    @Test
    void theClockGoesToAFileOfItsOwn() throws IOException {
        var clock = Clock.fixed(Instant.parse("2026-11-01T12:00:00Z"), ZoneOffset.UTC);
        var setup = runs.words("clocked", 1).setup();
        try (var run = new Run<>(setup, 1, Journal.open(runs.folder("clocked"), setup, clock))) {
            RunFolders.searchOf(run).run(8);
        }
        assertThat(runs.folder("clocked").resolve("times.jsonl"))
                .hasContent(
                        "{\"batch\":0,\"at\":\"2026-11-01T12:00:00Z\"}\n{\"batch\":1,\"at\":\"2026-11-01T12:00:00Z\"}\n");
        assertThat(runs.file("clocked")).content().doesNotContain("2026-11-01");
    }

    @Test
    void hostileTextsSurvive() throws IOException {
        String[] hostile = {
            "line\nfeed",
            "\"quoted\"",
            "\u0000\u0007\u001b[31m",
            "</script>",
            "\u202eright to left",
            "whole \ud83d\ude00",
            "half \ud83d",
            "\ude00 half",
            "x".repeat(100_000)
        };
        var problem = Environment.of("hostile", (String s) -> Evaluation.of(1, s.length()))
                .measures(Axis.of("length", 0, 200_000).bins(1_000))
                .seeds(hostile);
        Search<String> search = Search.of(problem, runs).operators(TestRuns.edits(false));
        search.run(10);
        String text = Files.readString(runs.file(search.name()));
        runs.close();
        assertThat(text).as("UTF-8 that people can read").contains("whole \ud83d\ude00");
        Search<String> resumed = Search.of(problem, runs).operators(TestRuns.edits(false));
        assertThat(resumed.record().commits()).isEqualTo(search.record().commits());
        assertThat(resumed.archive().elites()).isEqualTo(search.archive().elites());
    }

    @Test
    void solutionsThatAreNotNumbersOrCannotBeWrittenAreFailuresAndResume() {
        Environment<double[]> strict = Environment.of("strict", (double[] x) -> Evaluation.of(x[0], x[0]))
                .measures(Axis.of("x", -1, 1))
                .seeds(new double[] {0}, new double[] {Double.NaN}, new double[] {INF});
        Environment<double[]> silent = Environment.of("silent", (double[] x) -> Evaluation.of(1, 1))
                .measures(Axis.of("x", -1, 1))
                .seeds(new double[] {0})
                .codec(Codec.of(x -> null, json -> new double[1]));
        Environment<double[]> mute = Environment.of("mute", (double[] x) -> Evaluation.of(1, 1))
                .measures(Axis.of("x", -1, 1))
                .seeds(new double[] {0})
                .codec(Codec.of(
                        x -> {
                            throw new IllegalStateException("no words");
                        },
                        json -> new double[1]));
        for (Environment<double[]> environment : List.of(strict, silent, mute)) {
            Search<double[]> search = Search.of(environment, runs).operators(Gaussian.of(0.5));
            search.run(10);
            assertThat(search.progress().failures()).isPositive();
            runs.close();
            Search<double[]> resumed = Search.of(environment, runs).operators(Gaussian.of(0.5));
            assertThat(resumed.progress()).isEqualTo(search.progress());
        }
    }
}
