package dev.elm4j.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class LabelledTextTest {

    @Test
    void readsPlainAndQuotedFields() {
        assertThat(LabelledText.csv("text,label\r\nSoup.,good\n\n\"Cold, \"\"late\"\"\nand dear.\",bad"))
                .containsExactly(
                        new LabelledText("Soup.", "good"), new LabelledText("Cold, \"late\"\nand dear.", "bad"));
    }

    @Test
    void readsEmptyFields() {
        assertThat(LabelledText.csv("text,label\nSoup.,\n,good\n\"\",\"\"\nSoup.,"))
                .extracting(LabelledText::label)
                .containsExactly("", "good", "", "");
    }

    @Test
    void refusesOtherTables() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LabelledText.csv("a,b\n1,2"))
                .withMessage("Expected the header text,label, but got [a, b].");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LabelledText.csv("text,label\nCold, late.,bad"))
                .withMessage("Row 2 needs 2 fields, text and label, but has 3. Quote a text with commas.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LabelledText.csv("text,label\n\"Cold,bad"))
                .withMessageContaining("has no closing quote");
        assertThatIllegalArgumentException().isThrownBy(() -> LabelledText.csv(""));
    }
}
