package dev.elm4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.elm4j.environment.Calls.Call;
import dev.elm4j.environment.Context;
import dev.elm4j.environment.Failure;
import dev.elm4j.judge.Calibration;
import dev.elm4j.judge.Grade;
import dev.elm4j.judge.Judge;
import dev.elm4j.judge.Judgement;
import dev.elm4j.judge.LabelledText;
import dev.elm4j.judge.Leaning;
import dev.elm4j.judge.LikelihoodJudge;
import dev.elm4j.judge.Share;
import dev.elm4j.judge.Tone;
import dev.elm4j.text.Template;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LikelihoodsTest {

    @Test
    void differenceIsInNats() {
        assertThat(likelihoods(-1, -3.5).difference(0, 1)).isEqualTo(2.5);
        assertThat(likelihoods(-1, -3.5).difference(1, 0)).isEqualTo(-2.5);
    }

    @Test
    void sharesAreProbabilities() {
        var random = new SplittableRandom(20241103);
        for (int round = 0; round < 200; round++) {
            var answer = likelihoods(random.nextDouble(-30, 0), random.nextDouble(-30, 0), random.nextDouble(-30, 0));
            double sum = answer.share(0) + answer.share(1) + answer.share(2);
            assertThat(sum).isCloseTo(1, within(1e-12));
            assertThat(answer.share(0) > answer.share(1)).isEqualTo(answer.difference(0, 1) > 0);
        }
    }

    @Test
    void sharesHoldWhereProbabilitiesUnderflow() {
        assertThat(likelihoods(-2000, -2000).share(0)).isEqualTo(0.5);
        assertThat(likelihoods(-5, -5000).share(0)).isEqualTo(1);
        assertThat(likelihoods(-5, -5000).share(1)).isZero();
    }

    private static Likelihoods likelihoods(double... logs) {
        return new Likelihoods(Arrays.stream(logs).boxed().toList(), 1);
    }

    @Test
    void oneThatDoesNotFitFailsNoOther() throws Exception {
        dev.elm4j.model.LikelihoodModel model = (requests, cancelled) -> {
            if (requests.stream().anyMatch(request -> request.body().equals("long"))) {
                throw new IllegalArgumentException("The prompt does not fit.");
            }
            return requests.stream().map(request -> likelihoods(-1.0, -2.0)).toList();
        };
        var requests = java.util.stream.Stream.of("short", "long")
                .map(body -> new LikelihoodRequest("", body, List.of(" a", " b")))
                .toList();
        var answers = new LikelihoodExchange().perform(model, requests, dev.elm4j.environment.Attempts.free());
        assertThat(answers.get(0).difference(0, 1)).isEqualTo(1);
        assertThat(answers.get(1).difference(0, 1)).isNaN();
        var failure = new Failure(Failure.UNFIT, "The prompt does not fit.");
        assertThat(answers).extracting(Likelihoods::failure).containsExactly(Optional.empty(), Optional.of(failure));
        var exchange = new LikelihoodExchange();
        for (Likelihoods answer : answers) {
            String recorded = exchange.encode(answer).toString();
            assertThat(exchange.decode(ChatJson.MAPPER.readTree(recorded))).isEqualTo(answer);
        }
    }

    @Test
    void aJudgeSaysWhyATextIsTooLongForItsModelAndNotThatItIsUnlikely() {
        dev.elm4j.model.LikelihoodModel model = (requests, cancelled) -> {
            if (requests.stream().anyMatch(request -> request.body().contains("long"))) {
                throw new IllegalArgumentException("The prompt does not fit.");
            }
            return requests.stream().map(request -> likelihoods(-1.0, -2.0)).toList();
        };
        var question = LikelihoodJudge.of("meal-1", Template.of("{{text}} is"), " good", " bad");
        var judges = List.of(
                Share.of(question, model, " good"),
                Grade.of(question, model),
                Tone.of(question, model, new Calibration(0, 1, 1, 1, 4)));
        for (Judge judge : judges) {
            var texts = List.of(new Call<>(0, "short"), new Call<>(1, "long"));
            List<Judgement> judgements = judge.judgements(texts, Context.unmetered(1, 2));
            assertThat(judgements.get(0).failure()).isEmpty();
            assertThat(judgements.get(1).failure()).contains(new Failure(Failure.UNFIT, "The prompt does not fit."));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Leaning.of(question, model, List.of("short", "long")))
                .withMessageContaining("The prompt does not fit.");
        var examples = List.of(new LabelledText("short", "good"), new LabelledText("long", "bad"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tone.calibrated(question, model, examples))
                .withMessageContaining("The prompt does not fit.");
    }
}
