package dev.elm4j.journal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.elm4j.search.RecordedCall;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Says in what a request differs from the nearest recorded one: that of the same call, else the one with the longest common
 * beginning. Reads the files from their beginning, which takes a while if they are large; a run stops with it.
 */
final class Nearest {

    private final List<Path> files;
    private RecordedCall nearest;
    private int common = -1;

    /** @param files that were searched, whether they are there or not */
    Nearest(List<Path> files) {
        this.files = files;
    }

    String sentence(Request wanted) {
        for (Path file : files) {
            if (Files.exists(file)) {
                var text = new CassetteText(file);
                text.each(line -> look(text, line, wanted), "");
            }
        }
        String difference = nearest == null
                ? "It holds no call of this kind."
                : "The nearest request in it is that of '%s'; %s."
                        .formatted(
                                nearest.key(),
                                Difference.first(
                                        nearest.request(), wanted.canonical().json()));
        return "The run is offline, and %s has no answer to the request of call '%s' (%s). %s Make the request what it was, or use Cassette.replay(...), which asks the model for what is new."
                .formatted(
                        files.stream().map(Path::toString).collect(Collectors.joining(", ")),
                        wanted.key(),
                        wanted.kind(),
                        difference);
    }

    private void look(CassetteText text, CassetteText.Head line, Request wanted) {
        if (!line.entries().path("kind").asText().equals(wanted.kind())
                || !line.entries().has("call")) {
            return;
        }
        RecordedCall call = wanted.of(text, line.offset());
        int alike = call.key().equals(wanted.key())
                ? Integer.MAX_VALUE
                : alike(Canonical.of(call.request()).json(), wanted.canonical().json());
        if (alike > common) {
            common = alike;
            nearest = call;
        }
    }

    private static int alike(JsonNode recorded, JsonNode wanted) {
        return Difference.common(recorded.toString(), wanted.toString());
    }
}
