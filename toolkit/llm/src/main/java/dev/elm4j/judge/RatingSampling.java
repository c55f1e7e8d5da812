package dev.elm4j.judge;

import dev.elm4j.text.Fingerprint;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.LongFunction;

/** How often a model is asked about a text, and what makes its answers differ. */
record RatingSampling(
        int samples, double temperature, int tokens, Optional<LongFunction<? extends ChatRequestParameters>> seeded) {

    private static final int MOST_SAMPLES = 100;

    RatingSampling {
        require(samples >= 1 && samples <= MOST_SAMPLES, "1 to " + MOST_SAMPLES + " samples", samples);
        require(temperature >= 0 && temperature <= 10, "a temperature in [0, 10]", temperature);
        require(tokens >= 1, "at least 1 token", tokens);
    }

    /** The parameters of the next sample. */
    ChatRequestParameters next(ChatRequestParameters common, SplittableRandom random) {
        ChatRequestParameters own = ChatRequestParameters.builder()
                .overrideWith(common)
                .temperature(temperature)
                .maxOutputTokens(tokens)
                .build();
        return seeded.<ChatRequestParameters>map(
                        seeds -> seeds.apply(random.nextLong()).overrideWith(own))
                .orElse(own);
    }

    /** All settings. */
    String print() {
        String seeds = seeded.map(function -> {
                    var example = function.apply(0);
                    return ", seeded #"
                            + Fingerprint.of(List.of(example.getClass().getName(), example.toString()));
                })
                .orElse("");
        return String.format(Locale.ROOT, "%d x temperature %s, %d tokens%s", samples, temperature, tokens, seeds);
    }

    private static void require(boolean condition, String range, double value) {
        if (!condition) {
            throw new IllegalArgumentException("A rating needs %s, but was %s.".formatted(range, value));
        }
    }
}
