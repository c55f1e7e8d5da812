package dev.elm4j.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class WrittenTextTest {

    @Test
    void findsAStopStringAcrossTheBordersOfTokens() {
        WrittenText text = new WrittenText(List.of("END."));
        assertThat(stopsAt(text, "one E", "N", "D", " two", " EN", "D.", "x")).isEqualTo(5);
        assertThat(text.text()).isEqualTo("one END two ");
    }

    @Test
    void cutsAtTheFirstOfSeveralStops() {
        WrittenText text = new WrittenText(List.of("\n", "|", ""));
        assertThat(stopsAt(text, "a|b\nc")).isZero();
        assertThat(text.text()).isEqualTo("a");
    }

    @Test
    void passesOverStopsBeforeAnythingVisible() {
        WrittenText text = new WrittenText(List.of("\n"));
        assertThat(stopsAt(text, "\n", " \n", " good", "\n")).isEqualTo(3);
        assertThat(text.text()).isEqualTo(" good");
    }

    @Test
    void joinsCharactersOfSeveralTokensAndLeavesOutAHalfOne() {
        byte[] smile = "😀".getBytes(StandardCharsets.UTF_8);
        for (List<String> stops : List.of(List.<String>of(), List.of("stop"))) {
            WrittenText text = new WrittenText(stops);
            text.append(new byte[] {smile[0], smile[1]});
            assertThat(text.text()).isEmpty();
            text.append(new byte[] {smile[2], smile[3], smile[0]});
            assertThat(text.text()).isEqualTo("😀");
        }
    }

    private static int stopsAt(WrittenText text, String... tokens) {
        for (int i = 0; i < tokens.length; i++) {
            text.append(tokens[i].getBytes(StandardCharsets.UTF_8));
            if (text.stopped()) {
                return i;
            }
        }
        return -1;
    }
}
