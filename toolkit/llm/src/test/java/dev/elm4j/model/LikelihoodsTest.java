package dev.elm4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
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
    void oneThatDoesNotFitFailsNoOther() {
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
    }
}
