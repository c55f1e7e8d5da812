package dev.elm4j.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elm4j.contract.HostileTexts;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PiecesTest {

    private static final String[] PARTS = {
        "soup",
        " ",
        ". ",
        "! ",
        "\n",
        "incomprehensibilities",
        "\u6c64",
        "\ud83d\ude00",
        "don't",
        ",",
        "\u00e9t\u00e9",
        "\u2003"
    };

    @Test
    void aShortTextIsOnePiece() {
        assertThat(Pieces.of("The soup was cold. The bread was warm."))
                .containsExactly("The soup was cold. The bread was warm.");
        assertThat(Pieces.of(" \n\u2003 ")).isEmpty();
    }

    @Test
    void longTextsAreCutBetweenSentences() {
        List<String> pieces = Pieces.of("The soup was cold. ".repeat(60));
        assertThat(pieces).hasSize(4).allMatch(piece -> piece.startsWith("The") && piece.endsWith("cold."));
        assertThat(pieces.get(0)).isEqualTo("The soup was cold. ".repeat(18).strip());
    }

    @Test
    void countsMarksAndForeignLettersAndLongWords() {
        assertThat(Pieces.words("The soup was cold.")).isEqualTo(5);
        assertThat(Pieces.words("\u6c64\u51b7\u4e86")).isEqualTo(3);
        assertThat(Pieces.words("\u00e9t\u00e9")).isEqualTo(1);
        assertThat(Pieces.words("x".repeat(17))).isEqualTo(3);
    }

    @Test
    void nothingIsLostAndNoPieceIsTooLong() {
        var random = new SplittableRandom(20250115);
        for (int round = 0; round < 100; round++) {
            var text = new StringBuilder();
            int parts = random.nextInt(600);
            for (int i = 0; i < parts; i++) {
                text.append(PARTS[random.nextInt(PARTS.length)].repeat(random.nextInt(20) == 0 ? 120 : 1));
            }
            check(text.toString());
        }
        HostileTexts.all().forEach(PiecesTest::check);
    }

    private static void check(String text) {
        List<String> pieces = Pieces.of(text);
        assertThat(pieces).allMatch(piece -> !piece.isBlank() && Pieces.words(piece) <= Pieces.MOST);
        assertThat(letters(String.join("", pieces))).isEqualTo(letters(text));
        for (int i = 1; i < pieces.size(); i++) { // greedy: no two neighbours would have fitted sentence by sentence
            assertThat(Pieces.words(pieces.get(i - 1)) + Pieces.words(pieces.get(i)))
                    .isGreaterThan(Pieces.MOST / 2);
        }
    }

    private static String letters(String text) {
        return text.replaceAll("[\\s\\p{Z}\u0085]", "");
    }
}
