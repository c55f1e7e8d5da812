package dev.elm4j.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EscapeTest {

    @Test
    void markupBecomesText() {
        assertThat(Escape.html("<a href='x' title=\"y\">&</a>"))
                .isEqualTo("&lt;a href=&#39;x&#39; title=&quot;y&quot;&gt;&amp;&lt;/a&gt;");
    }

    @Test
    void controlCharactersBecomeTheirPictures() {
        assertThat(Escape.visible("a\u0000b\u001bc\u007fd\u0085e")).isEqualTo("a\u2400b\u241bc\u2421d\\u0085e");
    }

    @Test
    void directionMarksBecomeTheirNumbersAndEmojiStayWhole() {
        String astronaut = "\ud83d\udc69\u200d\ud83d\ude80";
        assertThat(Escape.visible("\u202e" + astronaut)).isEqualTo("\\u202E" + astronaut);
    }

    @Test
    void halfCharactersAreReplaced() {
        assertThat(Escape.visible("a\ud83d")).isEqualTo("a\ufffd");
    }

    @Test
    void isolatedTextShowsLineBreaksAndBreaksLongWords() {
        assertThat(Escape.isolated("a\r\nb")).isEqualTo("<bdi>a<br>b</bdi>");
        assertThat(Escape.isolated("x".repeat(90)))
                .isEqualTo("<bdi>" + "x".repeat(40) + "<wbr>" + "x".repeat(40) + "<wbr>" + "x".repeat(10) + "</bdi>");
    }

    @Test
    void cuttingKeepsCharactersWhole() {
        assertThat(Escape.cut("\ud83d\ude80\ud83d\ude80\ud83d\ude80", 2)).isEqualTo("\ud83d\ude80\u2026");
        assertThat(Escape.cut("abc", 3)).isEqualTo("abc");
    }

    @Test
    void wideCharactersTakeTwoColumnsAndMarksNone() {
        assertThat(Width.of("a\u8336e\u0301")).isEqualTo(4);
        assertThat(Width.cut("\u8336\u7897\u306e\u4e2d", 5)).isEqualTo("\u8336\u7897\u2026");
    }

    @Test
    void indentsOfProgramsAreShown() {
        assertThat(Escape.isolated("if a:\n  b  c\nd")).isEqualTo("<bdi>if a:<br>&nbsp;&nbsp;b  c<br>d</bdi>");
    }
}
