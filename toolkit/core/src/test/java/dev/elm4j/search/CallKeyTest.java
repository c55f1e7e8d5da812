package dev.elm4j.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How a call is named in a cassette. */
class CallKeyTest {

    @Test
    void aKeyIsReadBackAndNothingElseIs() {
        for (String text : List.of(
                "propose 12.0", "evaluate 0.3", "reevaluate 1099511627788.0", "reevaluate 9223372036854775807.0")) {
            assertThat(CallKey.of(text)).hasToString(text);
        }
        for (String text : List.of(
                "",
                "propose",
                "propose 1",
                "guess 1.0",
                "propose 1.0 ",
                "propose 9999999999999999999.0",
                "propose 99999999999999999999.0")) {
            assertThatIllegalArgumentException().isThrownBy(() -> CallKey.of(text));
        }
    }
}
