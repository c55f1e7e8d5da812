package dev.elm4j.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Cases from a file beside the tests: {@code § name | flag}, then parts such as {@code §§ answer} and {@code §§ expected}.
 * Characters that an editor would hide are written {@code ⟦CR⟧}, {@code ⟦NBSP⟧}, {@code ⟦BOM⟧}, {@code ⟦TAB⟧}, {@code ⟦SP⟧}.
 */
final class Corpus {

    record Case(String name, boolean cutOff, Map<String, String> parts) {

        String answer() {
            return parts.get("answer");
        }

        String expected() {
            return parts.get("expected");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private Corpus() {}

    static Stream<Case> read(String file) {
        try (var in = Corpus.class.getResourceAsStream(file)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(text.split("(?m)^§ ")).skip(1).map(Corpus::parsed);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Case parsed(String text) {
        List<String> sections = List.of(text.split("(?m)^§§ "));
        String head = sections.get(0).strip();
        var parts = new HashMap<String, String>();
        for (String section : sections.subList(1, sections.size())) {
            int line = section.indexOf('\n');
            String content = section.substring(line + 1);
            parts.put(
                    section.substring(0, line).strip(),
                    shown(content.endsWith("\n") ? content.substring(0, content.length() - 1) : content));
        }
        return new Case(head.split(" \\| ")[0], head.endsWith("| cutOff"), parts);
    }

    private static String shown(String text) {
        return text.replace("⟦CR⟧", "\r")
                .replace("⟦NBSP⟧", "\u00a0")
                .replace("⟦BOM⟧", "\ufeff")
                .replace("⟦TAB⟧", "\t")
                .replace("⟦SP⟧", " ");
    }
}
