package dev.elm4j.environments.opinions;

import dev.elm4j.judge.LabelledText;
import dev.elm4j.text.Template;
import java.util.List;

/** The labelled sentences of this family, from the data sets that its jar carries. */
final class Examples {

    private Examples() {}

    /** Sentences labelled {@code positive} or {@code negative}. */
    static List<LabelledText> sentiment() {
        return LabelledText.csv(Template.resource(Examples.class, "/datasets/opinions/sentiment.csv")
                .text());
    }
}
