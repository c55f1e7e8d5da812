package dev.elm4j.judge;

import static java.util.Objects.requireNonNull;

import dev.elm4j.text.Fingerprint;
import dev.elm4j.text.Template;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a model is asked about a text. */
record RatingPrompt(String question, RatingScale scale, Template template) {

    private static final Set<String> PLACES = Set.of("question", "begin", "text", "end", "lowest", "highest");

    RatingPrompt {
        requireNonNull(question, "question");
        requireNonNull(template, "template");
        if (!template.places().equals(PLACES)) {
            throw new IllegalArgumentException(
                    "The template of a rating needs the places %s, but has %s. Print Rating.TEMPLATE for the usual one."
                            .formatted(new TreeSet<>(PLACES), template.places()));
        }
    }

    String fill(MarkedText text) {
        return template.fill(Map.of(
                "question", question,
                "begin", text.begin(),
                "text", text.text(),
                "end", text.end(),
                "lowest", String.valueOf(scale.lowest()),
                "highest", String.valueOf(scale.highest())));
    }

    /** Letters that change with the words, and the scale. */
    String print() {
        return "#%s, %d to %d"
                .formatted(Fingerprint.of(List.of(question, template.text())), scale.lowest(), scale.highest());
    }
}
