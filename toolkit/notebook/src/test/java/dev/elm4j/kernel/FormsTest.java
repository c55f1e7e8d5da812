package dev.elm4j.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elm4j.plot.Bundle;
import org.junit.jupiter.api.Test;

class FormsTest {

    @Test
    void aValueThatCannotBeDrawnIsShownAsATextThatSaysSo() {
        Drawn broken = new Drawn() {
            @Override
            public Bundle bundle() {
                throw new IllegalStateException("no ink");
            }

            @Override
            public String toString() {
                return "a \u001b[31m\u202evalue";
            }
        };
        assertThat(Forms.of(broken).text()).contains("no ink", "\\u202Evalue").doesNotContain("\u001b", "\u202e");
    }

    @Test
    void aValueThatHasNoTextEitherIsNamedByItsClass() {
        Drawn mute = new Drawn() {
            @Override
            public Bundle bundle() {
                throw new IllegalStateException("no ink");
            }

            @Override
            public String toString() {
                throw new IllegalStateException("no voice");
            }
        };
        assertThat(Forms.of(mute).text()).contains("A value of dev.elm4j.kernel.FormsTest", "no ink");
    }
}
