package dev.elm4j.local.tiny;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GrammarTest {

    private static final Grammar SMALL = new Grammar(
            """
            # a comment
            much: very *2 | a bit *0.5
            word: fine =1 | bad =-1
            clause: it was {much} {word} | it rained =-0.5
            """);

    @Test
    void aMultiplierChangesTheToneOfWhatFollows() {
        Random random = new Random(3);
        for (int i = 0; i < 200; i++) {
            Grammar.Phrase phrase = SMALL.draw("clause", 0, random);
            double expected =
                    switch (phrase.text()) {
                        case "it was very fine" -> 2;
                        case "it was very bad" -> -2;
                        case "it was a bit fine" -> 0.5;
                        case "it was a bit bad", "it rained" -> -0.5;
                        default -> Double.NaN;
                    };
            assertThat(phrase.tone()).as(phrase.text()).isEqualTo(expected);
        }
    }

    @Test
    void aMoodPrefersItsOwnTone() {
        SentenceWriter writer = new SentenceWriter(Grammar.opinions());
        Random random = new Random(5);

        double good = meanTone(writer, 1, random);
        double even = meanTone(writer, 0, random);
        double bad = meanTone(writer, -1, random);

        assertThat(good).isGreaterThan(even + 1);
        assertThat(bad).isLessThan(even - 1);
    }

    @Test
    void sentencesStartWithACapitalAndEndWithAFullStop() {
        SentenceWriter writer = new SentenceWriter(Grammar.opinions());
        Random random = new Random(7);

        for (int i = 0; i < 1000; i++) {
            String text =
                    writer.write(TrainingDocuments.anyTopic(random), 0, random).text();
            assertThat(text).matches("[A-Z][A-Za-z ]*[a-z]\\.").doesNotContain("  ");
        }
    }

    @Test
    void aSlotThatIsUsedButNotDefinedIsRefused() {
        assertThatThrownBy(() -> new Grammar("clause: the {dish}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("{dish}")
                .hasMessageContaining("does not define");
    }

    private static double meanTone(SentenceWriter writer, double mood, Random random) {
        return IntStream.range(0, 500)
                .mapToDouble(i -> writer.write("food", mood, random).tone())
                .average()
                .orElseThrow();
    }
}
