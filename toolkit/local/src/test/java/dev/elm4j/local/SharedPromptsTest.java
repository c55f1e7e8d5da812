package dev.elm4j.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.elm4j.model.Completion;
import dev.elm4j.model.CompletionRequest;
import dev.elm4j.model.Sampling;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SharedPromptsTest {

    private static final RandomModel RANDOM = new RandomModel();

    @Test
    void rowsOfOnePromptAndTemperatureAreComputedOnce() {
        List<TextRow> rows = new ArrayList<>();
        for (CompletionRequest request : requests()) {
            rows.add(new TextRow(request, RandomModel.tokens(request.prompt())));
        }
        SharedPrompts shared = SharedPrompts.of(rows);
        assertThat(shared.distinct()).hasSize(4);
        for (int i = 0; i < rows.size(); i++) {
            TextRow like = shared.distinct().get(shared.source()[i]);
            assertThat(like.prompt()).isEqualTo(rows.get(i).prompt());
            assertThat(like.sampling().temperature())
                    .isEqualTo(rows.get(i).sampling().temperature());
            assertThat(shared.source()[i]).isLessThanOrEqualTo(i);
        }
    }

    @Test
    void samplesOfOnePromptAreWrittenAsEachAlone() {
        List<CompletionRequest> requests = requests();
        try (LocalModel model = RANDOM.load(Precision.FP32)) {
            List<Completion> together = model.complete(requests, () -> false);
            List<Completion> alone = requests.stream()
                    .map(request ->
                            model.complete(List.of(request), () -> false).get(0))
                    .toList();
            assertThat(together).isEqualTo(alone);
            assertThat(together.stream().map(Completion::text).distinct()).hasSizeGreaterThan(8);
            assertThat(model.complete(requests, () -> false)).isEqualTo(together);
        }
    }

    @Test
    void theCopiedCacheTellsTheSameNextTokens() {
        long[] prompt = RandomModel.tokens("The soup was warm");
        double[][] expected = RANDOM.reference(RANDOM.file().config()).logits(RandomModel.tokens("The soup was warm!"));
        try (LocalModel model = RANDOM.load(Precision.FP32)) {
            model.thread().call(() -> false, cancellation -> {
                Decoder decoder = model.loaded().decoder();
                try (KeyValueCache cache = decoder.cache(3, prompt.length + 1)) {
                    List<TextRow> rows =
                            Collections.nCopies(3, new TextRow(requests().get(0), prompt));
                    NextTokens first = decoder.next(
                            TokenBlock.of(prompt, 0, prompt.length), cache, new float[] {1}, RandomModel.VOCABULARY);
                    SharedPrompts.of(rows).spread(first, cache);
                    TokenBlock marks = new TokenBlock(
                            3,
                            new long[] {'!', '!', '!'},
                            new long[] {prompt.length, prompt.length, prompt.length},
                            new long[0]);
                    NextTokens next = decoder.next(marks, cache, new float[] {1, 1, 1}, RandomModel.VOCABULARY);
                    for (int row = 0; row < 3; row++) {
                        for (int rank = 0; rank < RandomModel.VOCABULARY; rank++) {
                            assertThat((double) next.logit(row, rank))
                                    .isCloseTo(expected[prompt.length][next.token(row, rank)], offset(1e-3));
                        }
                    }
                }
                return null;
            });
        }
    }

    /** Three prompts, one of them at two temperatures, mixed. */
    private static List<CompletionRequest> requests() {
        List<CompletionRequest> requests = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            String prompt =
                    List.of("The soup", "A longer prompt", "x", "The soup").get(i % 4);
            double temperature = i % 4 == 3 ? 2 : 1;
            requests.add(new CompletionRequest(prompt, Sampling.of(temperature).tokens(3, 5 + i % 7), List.of(), i));
        }
        Collections.shuffle(requests, new Random(4));
        return requests;
    }
}
