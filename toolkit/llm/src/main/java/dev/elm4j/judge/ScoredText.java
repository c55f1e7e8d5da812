package dev.elm4j.judge;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;

/**
 * A text with the number that a person gave it.
 *
 * <pre>{@code
 * new ScoredText("The soup was cold.", 2);
 * ScoredText.of(examples, "negative", "positive").get(0).score();   // 1: it is labelled positive
 * }</pre>
 *
 * @param text the text
 * @param score greater is more of what is judged; in any unit
 */
public record ScoredText(String text, double score) {

    /** @throws IllegalArgumentException if the score is not finite */
    public ScoredText {
        requireNonNull(text, "text");
        if (!Double.isFinite(score)) {
            throw new IllegalArgumentException("A text needs a finite score, but was %s.".formatted(score));
        }
    }

    /**
     * Labelled texts, scored by the place of their label: 0, 1 and so on.
     *
     * @param ascending all labels, that of the lowest score first
     * @throws IllegalArgumentException if a text has another label
     */
    public static List<ScoredText> of(List<LabelledText> texts, String... ascending) {
        List<String> labels = Arrays.asList(ascending);
        return texts.stream()
                .map(text -> {
                    int place = labels.indexOf(text.label());
                    if (place < 0) {
                        throw new IllegalArgumentException(
                                "The label '%s' is none of %s, which were named.".formatted(text.label(), labels));
                    }
                    return new ScoredText(text.text(), place);
                })
                .toList();
    }
}
