package dev.elm4j.judge;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/**
 * A text with the label that a person gave it.
 *
 * <pre>{@code
 * LabelledText.csv("text,label\n\"Cold, and late.\",negative\n");   // one text
 * }</pre>
 *
 * @param text the text
 * @param label such as {@code positive}
 */
public record LabelledText(String text, String label) {

    private static final List<String> HEADER = List.of("text", "label");

    public LabelledText {
        requireNonNull(text, "text");
        requireNonNull(label, "label");
    }

    /**
     * Reads comma-separated values with the header {@code text,label}; fields may be quoted as RFC 4180 says.
     *
     * @throws IllegalArgumentException if the header or a row is not so
     */
    public static List<LabelledText> csv(String table) {
        List<List<String>> rows = CsvRows.of(table);
        if (rows.isEmpty() || !rows.get(0).equals(HEADER)) {
            throw new IllegalArgumentException(
                    "Expected the header text,label, but got %s.".formatted(rows.isEmpty() ? "no row" : rows.get(0)));
        }
        var texts = new ArrayList<LabelledText>();
        for (int i = 1; i < rows.size(); i++) {
            if (rows.get(i).size() != HEADER.size()) {
                throw new IllegalArgumentException(
                        "Row %d needs 2 fields, text and label, but has %d. Quote a text with commas."
                                .formatted(i + 1, rows.get(i).size()));
            }
            texts.add(new LabelledText(rows.get(i).get(0), rows.get(i).get(1)));
        }
        return List.copyOf(texts);
    }
}
