package dev.elm4j.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elm4j.contract.HostileTexts;
import org.junit.jupiter.api.Test;

class ExcerptTest {

    @Test
    void spellsOutWhatATerminalWouldObey() {
        assertThat(Excerpt.of("a\nb\u0007\u202e\u001b", 40)).isEqualTo("\"a\\nb\\u0007\\u202e\\u001b\"");
    }

    @Test
    void cutsLongTexts() {
        assertThat(Excerpt.of("x".repeat(10_000), 3)).isEqualTo("\"xxx\u2026\"");
        assertThat(Excerpt.of("xxx", 3)).isEqualTo("\"xxx\"");
    }

    @Test
    void keepsEmojiWholeAndSpellsOutHalves() {
        assertThat(Excerpt.of("\ud83d\ude00\ud83d\ude00", 1)).isEqualTo("\"\ud83d\ude00\u2026\"");
        assertThat(Excerpt.of("\ud83d", 5)).isEqualTo("\"\\ud83d\"");
    }

    @Test
    void showsHostileTextsOnOneLine() {
        for (String text : HostileTexts.all()) {
            assertThat(Excerpt.of(text, 60)).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029]");
        }
    }
}
