package dev.elm4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class RequestsTest {

    @Test
    void samplingNamesWhatIsOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sampling.of(Double.NaN))
                .withMessage("Sampling needs temperature in [0, 10], but was NaN.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sampling.of(1).topP(0))
                .withMessageContaining("topP");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sampling.of(1).tokens(-1, 5))
                .withMessageContaining("minTokens");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sampling.of(1).tokens(6, 5))
                .withMessageContaining("maxTokens");
        assertThat(Sampling.of(0)).isEqualTo(new Sampling(0, 0.95, 1, 64));
    }

    @Test
    void requestsNeedSomethingToGoOn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CompletionRequest("", Sampling.of(1), List.of(), 1))
                .withMessageContaining("The prompt is empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LikelihoodRequest("a", "b", List.of()))
                .withMessageContaining("at least 1 completion");
        assertThatIllegalArgumentException().isThrownBy(() -> new LikelihoodRequest("a", "b", List.of("")));
    }
}
