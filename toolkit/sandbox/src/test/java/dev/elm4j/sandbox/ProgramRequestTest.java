package dev.elm4j.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgramRequestTest {

    private static final ProgramRequest REQUEST =
            ProgramRequest.of(Program.python("def run(x):\n    return x", "run"), 1);

    @Test
    void aRequestHoldsAtMostAHundredThousandInputs() {
        List<Object> arguments = List.of(1);
        assertThat(REQUEST.inputs(Collections.nCopies(100_000, arguments)).inputs())
                .hasSize(100_000);
        assertThatThrownBy(() -> REQUEST.inputs(Collections.nCopies(100_001, arguments)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "inputs must hold at most 100,000 lists of arguments, but holds 100,001; share them out over"
                                + " several requests");
    }

    @Test
    void aRequestHoldsAtLeastOneInput() {
        assertThatThrownBy(() -> REQUEST.inputs(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one");
    }
}
