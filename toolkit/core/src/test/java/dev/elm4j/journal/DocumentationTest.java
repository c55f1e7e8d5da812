package dev.elm4j.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.elm4j.environment.Codec;
import dev.elm4j.search.Commit;
import dev.elm4j.search.Correction;
import dev.elm4j.search.FinishedBatch;
import dev.elm4j.search.QueuedInjection;
import dev.elm4j.search.RunCells;
import dev.elm4j.search.RunEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every example line of the documentation is read, and written again to the same bytes. */
class DocumentationTest {

    private static final Pattern BLOCK = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);
    private static final Codec<String> CODEC = Codec.string();

    private static List<String> examples() throws IOException {
        String text = Files.readString(Path.of("../../docs/journal.md"));
        return BLOCK.matcher(text)
                .results()
                .flatMap(block -> block.group(1).lines())
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> everyExampleIsReadAndWrittenAgain() throws IOException {
        return examples().stream()
                .map(line -> DynamicTest.dynamicTest(
                        line, () -> assertThat(again(line)).isEqualTo(line)));
    }

    @Test
    void thereIsAnExampleOfEachKindOfLine() throws IOException {
        assertThat(examples()).hasSize(16);
    }

    /** The line as it is written after it was read. */
    private static String again(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        JsonNode line = Json.object(bytes, 0, bytes.length);
        return new String(Json.line(written(line)), StandardCharsets.UTF_8).strip();
    }

    private static JsonNode written(JsonNode line) {
        if (EventLine.is(line)) {
            return written(EventLine.event(line, CODEC));
        }
        if (line.has("call")) {
            var call = CallLine.call(line);
            return CallLine.of(call, Canonical.of(call.request()), CallLine.manner(line));
        }
        if (line.has("attempt")) {
            long attempt = Json.whole(line.get("attempt"));
            return line.has("worst")
                    ? CallLine.begun(attempt, Entries.usage(line, "worst"))
                    : CallLine.settled(attempt, Entries.usage(line, "used"));
        }
        if (line.path("format").asText().equals(CassetteText.FORMAT)) {
            return CassetteText.header(line.get("run").asText());
        }
        if (line.has("candidate")) {
            Commit<String> commit = Line.commit(line, CODEC);
            return Line.of(commit, Line.place(line), Optional.ofNullable(line.get("solution")));
        }
        if (line.has("candidates")) {
            FinishedBatch<String> batch = FinishedLine.batch(line, List.of(), CODEC);
            return FinishedLine.of(batch, CODEC);
        }
        if (line.has("schema")) {
            return header(line);
        }
        return line; // the header of finished.jsonl and a time
    }

    private static JsonNode written(RunEvent<String> event) {
        return event instanceof QueuedInjection<String> queued
                ? EventLine.of(queued, CODEC)
                : EventLine.of((Correction<String>) event);
    }

    private static JsonNode header(JsonNode line) {
        RunCells cells = Header.cells(line);
        var again = line.<com.fasterxml.jackson.databind.node.ObjectNode>deepCopy();
        again.remove(List.of("axes", "cells", "own", "policy"));
        Header.cells(again, cells);
        return again;
    }
}
