package dev.elm4j.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Offset.offset;

import dev.elm4j.model.LikelihoodRequest;
import dev.elm4j.model.Likelihoods;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The decoder against {@link ReferenceDecoder}, which computes the same model in plain loops. */
class DecoderTest {

    private static final String TEXT = "The soup was warm & the bread fresh.";
    private static final RandomModel RANDOM = new RandomModel();
    private static final Offset<Double> CLOSE = offset(1e-4);

    private static LocalModel model;
    private static ReferenceDecoder reference;

    @BeforeAll
    static void load() {
        model = RANDOM.load(Precision.FP32);
        reference = RANDOM.reference(RANDOM.file().config());
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @Test
    void tellsTheSameNextTokensAsTheReference() {
        long[] tokens = tokens(TEXT);
        double[] expected = last(reference.logits(tokens));
        NextTokens next = on(loaded -> {
            try (KeyValueCache cache = loaded.decoder().cache(1, tokens.length)) {
                TokenBlock block = TokenBlock.of(tokens, 0, tokens.length);
                return loaded.decoder().next(block, cache, new float[] {1}, RandomModel.VOCABULARY);
            }
        });
        for (int rank = 0; rank < RandomModel.VOCABULARY; rank++) {
            assertThat((double) next.logit(0, rank)).isCloseTo(expected[next.token(0, rank)], CLOSE);
        }
        double[] logs = ReferenceDecoder.logSoftmax(expected);
        assertThat((double) next.logSum(0)).isCloseTo(expected[0] - logs[0], CLOSE);
    }

    @Test
    void tokensFedOneByOneGiveTheSameAsAllAtOnce() {
        long[] tokens = tokens(TEXT);
        double[] expected = last(reference.logits(tokens));
        NextTokens next = on(loaded -> {
            try (KeyValueCache cache = loaded.decoder().cache(1, 100)) {
                for (int i = 0; i < tokens.length - 1; i++) {
                    loaded.decoder().feed(TokenBlock.of(tokens, i, i + 1), cache);
                }
                TokenBlock end = TokenBlock.of(tokens, tokens.length - 1, tokens.length);
                return loaded.decoder().next(end, cache, new float[] {1}, RandomModel.VOCABULARY);
            }
        });
        for (int rank = 0; rank < RandomModel.VOCABULARY; rank++) {
            assertThat((double) next.logit(0, rank)).isCloseTo(expected[next.token(0, rank)], CLOSE);
        }
    }

    @Test
    void dividesByTheTemperatureOfEachRow() {
        long[] two = new long[] {65, 65};
        NextTokens next = on(loaded -> {
            try (KeyValueCache cache = loaded.decoder().cache(2, 1)) {
                TokenBlock block = new TokenBlock(2, two, new long[2], new long[0]);
                return loaded.decoder().next(block, cache, new float[] {1, 2}, 5);
            }
        });
        assertThat(next.logit(0, 3)).isCloseTo(2 * next.logit(1, 3), within(1e-5f));
    }

    @Test
    void scoresLikeTheReferenceWithAndWithoutAPrefix() {
        List<String> completions = List.of(" good", "!", " not so good at all");
        List<Double> expected = completions.stream()
                .map(completion -> referenceScore(TEXT + " It is", completion))
                .toList();
        for (String prefix : List.of("", "T", TEXT, TEXT + " It is")) {
            Likelihoods answer = score(
                            new LikelihoodRequest(prefix, (TEXT + " It is").substring(prefix.length()), completions))
                    .get(0);
            for (int i = 0; i < completions.size(); i++) {
                assertThat(answer.logProbabilities().get(i)).isCloseTo(expected.get(i), offset(1e-3));
            }
        }
    }

    @Test
    void scoresABatchOfAllLengthsLikeEachAlone() {
        List<LikelihoodRequest> requests = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String prefix = i % 3 == 0 ? "" : i % 3 == 1 ? "Review: " : "Another beginning ";
            requests.add(new LikelihoodRequest(
                    prefix, "b".repeat(1 + i * 7 % 50), i % 2 == 0 ? List.of("yes", "n") : List.of("maybe so")));
        }
        List<Likelihoods> together = score(requests.toArray(LikelihoodRequest[]::new));
        for (int i = 0; i < requests.size(); i++) {
            LikelihoodRequest request = requests.get(i);
            for (int c = 0; c < request.completions().size(); c++) {
                double alone =
                        referenceScore(request.prompt(), request.completions().get(c));
                assertThat(together.get(i).logProbabilities().get(c)).isCloseTo(alone, offset(1e-3));
            }
        }
    }

    @Test
    void countsTokensWithoutTheDeclaredPrefix() {
        Likelihoods answer = score(new LikelihoodRequest("1234567890", "abc", List.of("xy", "z")))
                .get(0);
        assertThat(answer.inputTokens()).isEqualTo(3 + 2 + 1);
        Likelihoods again = score(new LikelihoodRequest("1234567890", "abc", List.of("xy", "z")))
                .get(0);
        assertThat(again).isEqualTo(answer);
    }

    @Test
    void answersDoNotDependOnWhatWasAskedBefore() {
        LikelihoodRequest request =
                new LikelihoodRequest("A prefix of some length: ", "and a body", List.of("!", "?!"));
        Likelihoods first = score(request).get(0);
        for (int i = 0; i < 2 * KeptPrefixes.MOST; i++) {
            score(new LikelihoodRequest("Other prefix " + i, "body", List.of("x")));
        }
        int kept = on(loaded -> loaded.prefixes().size());
        assertThat(kept).isEqualTo(KeptPrefixes.MOST);
        assertThat(score(request).get(0)).isEqualTo(first);
        assertThat(score(request).get(0)).isEqualTo(first);
    }

    @Test
    void scoresAreTheSameWhereManyPositionsNeedTheHead() {
        String longCompletion = "abcdefghij".repeat(15);
        Likelihoods answer = score(
                        new LikelihoodRequest("", "start", List.of(longCompletion, longCompletion.substring(1))))
                .get(0);
        assertThat(answer.logProbabilities().get(0)).isCloseTo(referenceScore("start", longCompletion), offset(5e-3));
        assertThat(answer.logProbabilities().get(1))
                .isCloseTo(referenceScore("start", longCompletion.substring(1)), offset(5e-3));
    }

    private static List<Likelihoods> score(LikelihoodRequest... requests) {
        return model.logLikelihoods(List.of(requests), () -> false);
    }

    private static double referenceScore(String prompt, String completion) {
        long[] tokens = tokens(prompt + completion);
        double[][] logits = reference.logits(tokens);
        int start = tokens(prompt).length;
        double sum = 0;
        for (int i = start; i < tokens.length; i++) {
            sum += ReferenceDecoder.logSoftmax(logits[i - 1])[(int) tokens[i]];
        }
        return sum;
    }

    private static <T> T on(Function<LoadedModel, T> task) {
        return model.thread().call(() -> false, cancellation -> task.apply(model.loaded()));
    }

    private static double[] last(double[][] rows) {
        return rows[rows.length - 1];
    }

    private static long[] tokens(String text) {
        return RandomModel.tokens(text);
    }
}
