package dev.elm4j.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.elm4j.model.Completion;
import dev.elm4j.model.CompletionModel;
import dev.elm4j.model.CompletionRequest;
import dev.elm4j.model.Sampling;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a model that continues texts keeps. */
public abstract class CompletionModelContract {

    private static final String PROMPT = "The soup was warm.\nThe steak was burnt.\n";

    /** The model under test; may be the same at each call. */
    protected abstract CompletionModel model();

    @Test
    public void answersEachRequestOfABatch() {
        assertThat(complete(batch(5, 1.0, 12, "\n"))).hasSize(5).doesNotContainNull();
    }

    @Test
    public void answersTheSameBatchAlike() {
        var batch = batch(4, 1.0, 12, "\n");
        assertThat(complete(batch)).isEqualTo(complete(batch));
    }

    @Test
    public void ignoresTheSeedAtTemperatureZero() {
        var texts = complete(batch(3, 0, 8, "\n")).stream().map(Completion::text);
        assertThat(texts.distinct()).hasSize(1);
    }

    @Test
    public void keepsStopStringsOutOfTheAnswer() {
        for (Completion answer : complete(batch(4, 1.0, 24, "e"))) {
            assertThat(answer.text()).doesNotContain("e");
        }
    }

    @Test
    public void keepsToTheTokenLimitAndSaysWhenItWasMet() {
        for (Completion answer : complete(batch(4, 1.0, 5, "\n"))) {
            assertThat(answer.outputTokens()).isBetween(0, 5);
            assertThat(answer.inputTokens()).isPositive();
            if (answer.cutOff()) {
                assertThat(answer.outputTokens()).isEqualTo(5);
            }
        }
    }

    @Test
    public void stopsWhenCancelled() {
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> model().complete(batch(2, 1.0, 12, "\n"), () -> true));
    }

    @Test
    public void readsHostileTexts() {
        for (String text : HostileTexts.brief()) {
            var request = new CompletionRequest(text, Sampling.of(0.9).tokens(1, 4), List.of("\n"), 1);
            assertThat(complete(List.of(request))).hasSize(1);
        }
    }

    private List<Completion> complete(List<CompletionRequest> requests) {
        return model().complete(requests, () -> false);
    }

    private static List<CompletionRequest> batch(int size, double temperature, int tokens, String stop) {
        var sampling = Sampling.of(temperature).tokens(1, tokens);
        return IntStream.range(0, size)
                .mapToObj(i -> new CompletionRequest(PROMPT, sampling, List.of(stop), 100 + i))
                .toList();
    }
}
