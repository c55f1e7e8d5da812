package dev.elm4j.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RatingsTest {

    private static final List<String> NAMES = List.of("humour", "clarity of style");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"humour\": 7, \"clarity of style\": 4.5}",
                "{\"Clarity_of_Style\": \"4.5/10\", \"Humour\": {\"score\": \"7 out of 10\"}}",
                "Sure!\n```json\n{humour: 7, 'clarity-of-style': 4.5,}\n```",
                "Humour: 7\nClarity of style: 4.5",
                "- **Humour:** 7/10 (2 jokes)\n- **Clarity of style:** 4.5 / 10",
                "<think>{\"humour\": 1, \"clarity of style\": 1}</think>{\"humour\": 7, \"clarity of style\": 4.5}"
            })
    void readsARatingPerName(String answer) {
        Map<String, Double> ratings =
                Ratings.named(answer, NAMES, 1, 10).value().orElseThrow();
        assertThat(ratings).containsExactly(Map.entry("humour", 7.0), Map.entry("clarity of style", 4.5));
    }

    @Test
    void saysWhichNameHasNoRating() {
        assertThat(Ratings.named("{\"humour\": 7}", NAMES, 1, 10).reason())
                .isEqualTo("For 'clarity of style': The answer has no rating of that name.");
        assertThat(Ratings.named("{\"humour\": 70}", NAMES, 1, 10).reason())
                .isEqualTo("For 'humour': The rating 70 is not on the scale from 1 to 10.");
        assertThat(Ratings.one("-3", 1, 10).reason()).isEqualTo("The rating -3 is not on the scale from 1 to 10.");
    }

    @Test
    void refusesAScaleThatIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> Ratings.one("7", 10, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Ratings.one("7", Double.NaN, 1));
    }
}
