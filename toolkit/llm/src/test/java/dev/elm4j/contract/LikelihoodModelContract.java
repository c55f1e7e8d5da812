package dev.elm4j.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.elm4j.model.LikelihoodModel;
import dev.elm4j.model.LikelihoodRequest;
import dev.elm4j.model.Likelihoods;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** What a model that tells log-likelihoods keeps. */
public abstract class LikelihoodModelContract {

    private static final String PREFIX = "Sentence: The soup was hot.\nTopic: food\n\n";
    private static final List<String> LABELS = List.of(" food", " travel");
    private static final LikelihoodRequest FIRST =
            new LikelihoodRequest(PREFIX, "Sentence: The bus was late.\nTopic:", LABELS);
    private static final LikelihoodRequest SECOND =
            new LikelihoodRequest(PREFIX, "Sentence: I ate two large plates of rice and beans.\nTopic:", LABELS);

    /** The model under test; may be the same at each call. */
    protected abstract LikelihoodModel model();

    /** By how many nats the same question may be answered differently in another batch; default 0.1. */
    protected double tolerance() {
        return 0.1;
    }

    @Test
    public void givesALogProbabilityForEachCompletion() {
        for (Likelihoods answer : ask(List.of(FIRST, SECOND))) {
            assertThat(answer.logProbabilities()).hasSize(2).allMatch(log -> log <= 0 && !log.isNaN());
            assertThat(answer.inputTokens()).isPositive();
        }
    }

    @Test
    public void givesDifferentCompletionsProbabilitiesThatFitIntoOne() {
        for (Likelihoods answer : ask(List.of(FIRST, SECOND))) {
            double sum =
                    answer.logProbabilities().stream().mapToDouble(Math::exp).sum();
            assertThat(sum).isLessThanOrEqualTo(1 + 1e-6);
        }
    }

    @Test
    public void answersTheSameBatchAlike() {
        assertThat(logs(ask(List.of(FIRST, SECOND)))).isEqualTo(logs(ask(List.of(FIRST, SECOND))));
    }

    @Test
    public void answersInOrder() {
        var there = ask(List.of(FIRST, SECOND));
        var back = ask(List.of(SECOND, FIRST));
        assertClose(there.get(0), back.get(1));
        assertClose(there.get(1), back.get(0));
    }

    @Test
    public void readsADeclaredPrefixAsPartOfThePrompt() {
        var undeclared = new LikelihoodRequest("", FIRST.prompt(), LABELS);
        assertClose(ask(List.of(FIRST)).get(0), ask(List.of(undeclared)).get(0));
    }

    @Test
    public void stopsWhenCancelled() {
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> model().logLikelihoods(List.of(FIRST), () -> true));
    }

    @Test
    public void readsHostileTexts() {
        for (String text : HostileTexts.brief()) {
            var request = new LikelihoodRequest(PREFIX, text, LABELS);
            assertThat(ask(List.of(request)).get(0).logProbabilities()).allMatch(log -> log <= 0);
        }
    }

    private List<Likelihoods> ask(List<LikelihoodRequest> requests) {
        return model().logLikelihoods(requests, () -> false);
    }

    private static List<List<Double>> logs(List<Likelihoods> answers) {
        return answers.stream().map(Likelihoods::logProbabilities).toList();
    }

    private void assertClose(Likelihoods actual, Likelihoods expected) {
        for (int i = 0; i < LABELS.size(); i++) {
            assertThat(actual.logProbabilities().get(i))
                    .isCloseTo(expected.logProbabilities().get(i), within(tolerance()));
        }
    }
}
