package dev.elm4j.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.elm4j.model.Completion;
import dev.elm4j.model.CompletionRequest;
import dev.elm4j.model.LikelihoodRequest;
import dev.elm4j.model.Sampling;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Writing with random weights: what is written makes no sense, but is always the same. */
class CompletionTest {

    private static final RandomModel RANDOM = new RandomModel();

    private static LocalModel model;

    @BeforeAll
    static void load() {
        model = RANDOM.load(Precision.FP32);
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @Test
    void theSameSeedWritesTheSameText() {
        List<CompletionRequest> requests = requests(10);
        List<Completion> first = model.complete(requests, () -> false);
        assertThat(model.complete(requests, () -> false)).isEqualTo(first);
        assertThat(first.stream().map(Completion::text).distinct()).hasSizeGreaterThan(5);
    }

    @Test
    void aRowOfABatchWritesWhatItWritesAlone() {
        List<CompletionRequest> requests = requests(12);
        List<Completion> together = model.complete(requests, () -> false);
        List<Completion> alone = new ArrayList<>();
        for (CompletionRequest request : requests) {
            alone.addAll(model.complete(List.of(request), () -> false));
        }
        // Prompts and lengths differ, so rows are padded and end at different steps.
        assertThat(together.stream().map(Completion::outputTokens).distinct()).hasSizeGreaterThan(3);
        assertThat(together).isEqualTo(alone);
    }

    @Test
    void promptsOfOneLengthNeedNoPaddingAndWriteTheSame() {
        CompletionRequest one = request("abcdef", Sampling.of(1).tokens(20, 20), 4);
        CompletionRequest two = request("ghijkl", Sampling.of(1).tokens(20, 20), 5);
        CompletionRequest longer =
                request("a longer prompt than these", Sampling.of(1).tokens(20, 20), 6);
        List<Completion> unpadded = model.complete(List.of(one, two), () -> false);
        List<Completion> padded = model.complete(List.of(one, two, longer), () -> false);
        assertThat(padded.subList(0, 2)).isEqualTo(unpadded);
    }

    @Test
    void takesTheLikeliestTokenAtTemperatureZero() {
        String text = model.complete(List.of(request("hello", Sampling.of(0).tokens(8, 8), 1)), () -> false)
                .get(0)
                .text();
        ReferenceDecoder reference = RANDOM.reference(RANDOM.file().config());
        List<Long> tokens = new ArrayList<>();
        for (char c : "hello".toCharArray()) {
            tokens.add((long) c);
        }
        Vocabulary vocabulary = Vocabulary.of(RANDOM.file().metadata());
        WrittenText expected = new WrittenText(List.of());
        for (int i = 0; i < 8; i++) {
            double[][] logits =
                    reference.logits(tokens.stream().mapToLong(t -> t).toArray());
            int best = 0;
            for (int id = 1; id < RandomModel.BYTES; id++) {
                best = logits[logits.length - 1][id] > logits[logits.length - 1][best] ? id : best;
            }
            tokens.add((long) best);
            expected.append(vocabulary.bytes(best));
        }
        assertThat(text).isEqualTo(expected.text());
    }

    @Test
    void writesAtLeastAndAtMostSoManyTokens() {
        for (long seed = 0; seed < 20; seed++) {
            Completion completion = model.complete(
                            List.of(request("x", Sampling.of(5).topP(1).tokens(30, 40), seed)), () -> false)
                    .get(0);
            assertThat(completion.outputTokens()).isBetween(31, 40); // 30 of text and the end, or cut off
            assertThat(completion.inputTokens()).isEqualTo(1);
            assertThat(!completion.cutOff() || completion.outputTokens() == 40).isTrue();
        }
    }

    @Test
    void endsAtAStopStringThatIsNotPartOfTheText() {
        Sampling sampling = Sampling.of(5).topP(1).tokens(60, 60);
        CompletionRequest free = new CompletionRequest("hello", sampling, List.of(), 3);
        String text = model.complete(List.of(free), () -> false).get(0).text();
        int at = letterPair(text);
        String stop = text.substring(at, at + 2);
        CompletionRequest stopped = new CompletionRequest("hello", sampling, List.of(stop), 3);
        Completion completion = model.complete(List.of(stopped), () -> false).get(0);
        assertThat(completion.text()).isEqualTo(text.substring(0, at));
        assertThat(completion.cutOff()).isFalse();
        assertThat(completion.outputTokens()).isLessThan(60);
    }

    @Test
    void stopsAtTheNextTokenWhenCancelled() {
        AtomicInteger asked = new AtomicInteger();
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> model.complete(
                        List.of(request("hello", Sampling.of(1).tokens(200, 200), 1)),
                        () -> asked.incrementAndGet() > 7));
        assertThat(asked).hasValue(8);
        AtomicInteger never = new AtomicInteger();
        model.complete(List.of(request("hello", Sampling.of(1).tokens(20, 20), 1)), () -> never.incrementAndGet() < 0);
        assertThat(never).hasValueBetween(20, 22);
    }

    @Test
    void scoringStopsWhenCancelled() {
        LikelihoodRequest request = new LikelihoodRequest("never seen before", "body", List.of("x"));
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> model.logLikelihoods(List.of(request), () -> true));
        assertThat(model.logLikelihoods(List.of(request), () -> false)).hasSize(1);
    }

    @Test
    void saysHowManyTokensDoNotFit() {
        String prompt = "a".repeat(200);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        model.complete(List.of(request(prompt, Sampling.of(1).tokens(1, 57), 1)), () -> false))
                .withMessageContaining("has 200 tokens and the answer may have 57, together 257")
                .withMessageContaining("sees only 256");
        assertThat(model.complete(List.of(request(prompt, Sampling.of(1).tokens(56, 56), 1)), () -> false))
                .hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.logLikelihoods(
                        List.of(new LikelihoodRequest(prompt, prompt, List.of("x", "xyz"))), () -> false))
                .withMessageContaining("has 400 tokens, 403 with its longest completion");
    }

    @Test
    void refusesCallsWithoutRequestsOrWithoutTokens() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.complete(List.of(), () -> false))
                .withMessageContaining("at least 1 request");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> model.logLikelihoods(List.of(new LikelihoodRequest("", "", List.of("x"))), () -> false))
                .withMessageContaining("The prompt '' has no tokens");
    }

    @Test
    void aBatchLargerThanTheMemoryForItIsCutAndWritesTheSame() {
        List<CompletionRequest> requests = requests(130);
        List<Completion> many = model.complete(requests, () -> false);
        assertThat(many.subList(64, 128)).isEqualTo(model.complete(requests.subList(64, 128), () -> false));
    }

    /** Where two ASCII letters stand side by side for the first time, after something visible. */
    private static int letterPair(String text) {
        Matcher pair = Pattern.compile("[A-Za-z]{2}").matcher(text);
        assertThat(pair.find(5)).isTrue();
        return text.indexOf(pair.group());
    }

    private static List<CompletionRequest> requests(int count) {
        List<CompletionRequest> requests = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            requests.add(request(
                    "p".repeat(1 + i * 5 % 17) + i, Sampling.of(0.5 + i % 3).tokens(2, 3 + i * 11 % 30), i));
        }
        return requests;
    }

    private static CompletionRequest request(String prompt, Sampling sampling, long seed) {
        return new CompletionRequest(prompt, sampling, List.of(), seed);
    }
}
