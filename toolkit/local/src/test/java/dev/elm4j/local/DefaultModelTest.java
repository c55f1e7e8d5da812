package dev.elm4j.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.elm4j.model.Completion;
import dev.elm4j.model.CompletionRequest;
import dev.elm4j.model.LikelihoodRequest;
import dev.elm4j.model.Likelihoods;
import dev.elm4j.model.Sampling;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The golden values of SmolLM2-135M-Instruct, Q4_1, where the set-up has brought it. */
class DefaultModelTest {

    private static final Path FILE = home().resolve("models").resolve("SmolLM2-135M-Instruct.Q4_1.gguf");
    private static final String SHA256 = "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53";
    private static final List<UserMessage> QUESTION = List.of(UserMessage.from("What is the capital of France?"));

    @BeforeAll
    static void needsTheFile() {
        if (!Files.exists(FILE)) {
            System.out.println(
                    "DefaultModelTest is skipped: there is no " + FILE + "; set ELM4J_HOME or run the set-up.");
        }
        Assumptions.assumeTrue(Files.exists(FILE), "the default model is not there");
    }

    @Test
    void theFileIsTheExpectedOne() {
        Checksum.verify(FILE, SHA256);
    }

    @ParameterizedTest
    @EnumSource(names = {"FP32", "FP16_PACKED", "BF16"})
    void answersAsTheReferenceDid(Precision precision) {
        Assumptions.assumeTrue(
                precision != Precision.FP16_PACKED || HostFacts.read().avx2(), "this machine cannot pack");
        double tolerance = precision == Precision.FP32 ? 1e-3 : precision == Precision.BF16 ? 0.5 : 0.1;
        try (LocalModel model = load(precision)) {
            NextTokens next = on(model, DefaultModelTest::afterTheQuestion);
            assertThat(next.token(0, 0)).isEqualTo(504);
            assertThat((double) next.logit(0, 0)).isCloseTo(25.32539, offset(tolerance));
            assertThat((double) next.logSum(0)).isCloseTo(27.20810, offset(tolerance));

            ChatResponse answer = model.chat(ChatRequest.builder()
                    .messages(List.copyOf(QUESTION))
                    .temperature(0.0)
                    .build());
            assertThat(answer.aiMessage().text()).isEqualTo("The capital of France is Paris.");
            assertThat(answer.finishReason()).isEqualTo(FinishReason.STOP);
            assertThat(answer.tokenUsage().inputTokenCount()).isEqualTo(37);
            assertThat(answer.tokenUsage().outputTokenCount()).isEqualTo(8);
        }
    }

    @Test
    void tokensRoundTripAndJudgingTellsGoodFromBad() {
        try (LocalModel model = LocalModel.of(FILE)) {
            String text = "Naïve café — 😀\n\n    def f(x):\n\treturn 3.14159 * x  # 12345 مرحبا 你好";
            String back = on(model, loaded -> loaded.tokenizer()
                    .vocabulary()
                    .text(loaded.tokenizer().encode(text)));
            assertThat(back).isEqualTo(text);
            long[] digits = on(model, loaded -> loaded.tokenizer().encode("12345"));
            assertThat(digits).hasSize(5);

            String prefix = "Review: I loved every bite.\nSentiment: positive\n"
                    + "Review: Never again, it was awful.\nSentiment: negative\n";
            List<Likelihoods> answers = model.logLikelihoods(
                    List.of(
                            review(prefix, "The waiter was kind and the soup delicious."),
                            review(prefix, "The steak was cold and the waiter rude.")),
                    () -> false);
            assertThat(tone(answers.get(0))).isGreaterThan(tone(answers.get(1)));

            List<Likelihoods> whole = model.logLikelihoods(
                    List.of(
                            review("", prefix, "The waiter was kind and the soup delicious."),
                            review("", prefix, "The steak was cold and the waiter rude.")),
                    () -> false);
            for (int i = 0; i < 2; i++) {
                assertThat(tone(whole.get(i))).isCloseTo(tone(answers.get(i)), offset(0.02));
                assertThat(whole.get(i).inputTokens())
                        .isGreaterThan(answers.get(i).inputTokens() + 20);
            }
            prefixesMayEndInsideAToken(model);
            writesTheSameTwice(model);
        }
    }

    private static void prefixesMayEndInsideAToken(LocalModel model) {
        String prompt = "The unforgettable restaurant's soup tasted wonderfully fresh, so I felt";
        Likelihoods whole = score(model, prompt, 0);
        for (int cut = 1; cut <= prompt.length(); cut += 5) {
            assertThat(tone(score(model, prompt, cut))).isCloseTo(tone(whole), offset(0.02));
        }
    }

    private static Likelihoods score(LocalModel model, String prompt, int cut) {
        LikelihoodRequest request = new LikelihoodRequest(
                prompt.substring(0, cut), prompt.substring(cut), List.of(" very happy", " terribly sad"));
        return model.logLikelihoods(List.of(request), () -> false).get(0);
    }

    private static void writesTheSameTwice(LocalModel model) {
        List<CompletionRequest> requests = List.of(write("The food was", 1), write("My meal at the new place was", 2));
        List<Completion> first = model.complete(requests, () -> false);
        assertThat(model.complete(requests, () -> false)).isEqualTo(first);
        assertThat(first)
                .allSatisfy(
                        completion -> assertThat(completion.text()).isNotBlank().doesNotContain("."));
    }

    private static CompletionRequest write(String prompt, long seed) {
        return new CompletionRequest(prompt, Sampling.of(0.9).tokens(2, 40), List.of(".", "\n"), seed);
    }

    private static LikelihoodRequest review(String prefix, String text) {
        return review(prefix, "", text);
    }

    private static LikelihoodRequest review(String prefix, String more, String text) {
        return new LikelihoodRequest(
                prefix, more + "Review: " + text + "\nSentiment:", List.of(" positive", " negative"));
    }

    private static double tone(Likelihoods answer) {
        return answer.logProbabilities().get(0) - answer.logProbabilities().get(1);
    }

    private static NextTokens afterTheQuestion(LoadedModel loaded) {
        ChatTemplate template = ChatTemplate.CHAT_ML.system(KnownTemplates.SMOLLM);
        long[] tokens = loaded.tokenizer().encode(template.prompt(List.copyOf(QUESTION)));
        try (KeyValueCache cache = loaded.decoder().cache(1, tokens.length)) {
            return loaded.decoder().next(TokenBlock.of(tokens, 0, tokens.length), cache, new float[] {1}, 5);
        }
    }

    private static LocalModel load(Precision precision) {
        return LocalModel.of(FILE, RandomModel.settings(precision));
    }

    private static <T> T on(LocalModel model, Function<LoadedModel, T> task) {
        return model.thread().call(() -> false, cancellation -> task.apply(model.loaded()));
    }

    private static Path home() {
        String setting = System.getProperty("ELM4J_HOME", System.getenv("ELM4J_HOME"));
        return setting != null ? Path.of(setting) : Path.of(System.getProperty("user.home"), ".elm4j");
    }
}
