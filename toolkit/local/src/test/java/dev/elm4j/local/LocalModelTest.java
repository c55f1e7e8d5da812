package dev.elm4j.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.elm4j.model.Completion;
import dev.elm4j.model.CompletionRequest;
import dev.elm4j.model.LikelihoodRequest;
import dev.elm4j.model.Likelihoods;
import dev.elm4j.model.ModelName;
import dev.elm4j.model.Sampling;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.UnsupportedFeatureException;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class LocalModelTest {

    private static final RandomModel RANDOM = new RandomModel();

    private static LocalModel model;

    @TempDir
    Path folder;

    @BeforeAll
    static void load() {
        model = RANDOM.load(Precision.FP32);
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @Test
    void saysWhatItIs() {
        assertThat(model.name()).isEqualTo("random");
        assertThat(model.context()).isEqualTo(256);
        assertThat(model).hasToString("random: 109 k parameters, cpu, fp32, 1 thread, 0.5 MB of weights");
    }

    @Test
    void itsIdentityTellsHowItRuns() {
        assertThat(ModelName.identity(model)).isEqualTo("random on cpu, fp32, 1 thread");
        assertThat(ModelName.of(model)).isEqualTo("random");
    }

    @Test
    void eightThreadsGetTheSameAnswersAsOne() throws Exception {
        List<Callable<Object>> calls = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            long seed = i;
            calls.add(() -> seed % 2 == 0 ? write(seed) : score(seed));
        }
        List<Object> serial = new ArrayList<>();
        for (Callable<Object> call : calls) {
            serial.add(call.call());
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Object> parallel = new ArrayList<>();
            for (Future<Object> answer : threads.invokeAll(calls)) {
                parallel.add(answer.get());
            }
            assertThat(parallel).isEqualTo(serial);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    @Timeout(60)
    void anInterruptedCallerIsToldAndTheModelGoesOn() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread caller = new Thread(() -> {
            try {
                while (true) {
                    model.complete(List.of(request(1, Sampling.of(1).tokens(250, 250))), () -> {
                        started.countDown();
                        return false;
                    });
                }
            } catch (CancellationException cancelled) {
                failure.set(Thread.currentThread().isInterrupted() ? cancelled : null);
            }
        });
        caller.start();
        assertThat(started.await(30, TimeUnit.SECONDS)).isTrue();
        caller.interrupt();
        caller.join();
        assertThat(failure.get()).isInstanceOf(CancellationException.class);
        assertThat(write(3)).isEqualTo(write(3));
    }

    @Test
    @Timeout(60)
    void anInterruptedCallerDoesNotWaitForTheCallsBeforeItsOwn() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch told = new CountDownLatch(1);
        Thread busy = new Thread(
                () -> model.complete(List.of(request(1, Sampling.of(1).tokens(2, 2))), () -> {
                    running.countDown();
                    try {
                        told.await();
                    } catch (InterruptedException never) {
                        throw new AssertionError(never);
                    }
                    return false;
                }));
        busy.start();
        assertThat(running.await(30, TimeUnit.SECONDS)).isTrue();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread queued = new Thread(() -> {
            try {
                write(1);
            } catch (CancellationException cancelled) {
                failure.set(cancelled);
            }
        });
        queued.start();
        queued.interrupt();
        queued.join(TimeUnit.SECONDS.toMillis(10));
        boolean waited = queued.isAlive();
        told.countDown();
        busy.join();
        queued.join();
        assertThat(waited).isFalse();
        assertThat(failure.get()).isInstanceOf(CancellationException.class);
        assertThat(write(3)).isEqualTo(write(3));
    }

    @Test
    void tellsHowMuchATokenHolds() {
        assertThat(model.charactersPerToken()).isEqualTo(1);
    }

    @Test
    void refusesToCallItself() {
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> model.complete(List.of(request(1, Sampling.of(1).tokens(2, 2))), () -> {
                            write(2);
                            return false;
                        }))
                .withMessageContaining("from inside one of its own calls");
    }

    @Test
    void canBeClosedTwiceButNotUsedAfterwards() {
        LocalModel closed = RANDOM.load(Precision.FP32);
        closed.close();
        closed.close();
        assertThat(closed.toString()).endsWith(", closed");
        assertThatIllegalStateException()
                .isThrownBy(() -> closed.chat("hello"))
                .withMessage("The model random.gguf is closed. Load it again, with LocalModel.of(path).");
    }

    @Test
    void packedWeightsAreCloseToFullOnes() {
        LikelihoodRequest request = new LikelihoodRequest("", "The soup was", List.of(" warm", " cold"));
        List<Double> full =
                model.logLikelihoods(List.of(request), () -> false).get(0).logProbabilities();
        try (LocalModel packed = RANDOM.load(Precision.AUTO)) {
            assertThat(packed.toString()).containsPattern("fp16 packed|fp32");
            List<Double> found =
                    packed.logLikelihoods(List.of(request), () -> false).get(0).logProbabilities();
            for (int i = 0; i < full.size(); i++) {
                assertThat(found.get(i)).isBetween(full.get(i) - 0.1, full.get(i) + 0.1);
            }
        }
    }

    @Test
    void loadsAFileOfADiskAndLeavesNoneOpen() throws IOException {
        Path file = Files.write(folder.resolve("small.gguf"), RANDOM.gguf().bytes());
        try (LocalModel small = LocalModel.verified(file, Checksum.sha256(file))) {
            assertThat(small.name()).isEqualTo("small");
            Files.delete(file);
            assertThat(small.chat("hello")).isEqualTo(small.chat("hello"));
        }
    }

    @Test
    void badFilesGiveASentenceAndTheProcessLives() throws IOException {
        byte[] bytes = RANDOM.gguf().bytes();
        Path file = Files.write(folder.resolve("cut.gguf"), Arrays.copyOf(bytes, bytes.length / 2));
        for (int i = 0; i < 3; i++) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> LocalModel.of(file))
                    .withMessageContaining("cut.gguf ends too early");
        }
        byte[] words = RANDOM.gguf()
                .put("tokenizer.ggml.tokens", List.of("a", "b"))
                .remove("tokenizer.ggml.token_type")
                .remove("tokenizer.ggml.eos_token_id")
                .bytes();
        Path few = Files.write(folder.resolve("few.gguf"), words);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LocalModel.of(few))
                .withMessageContaining("has 2 tokens, but embeds 259");
        assertThat(write(1)).isEqualTo(write(1));
    }

    @Test
    void answersAChatWithUsageAndReason() {
        ChatResponse response = model.chat(ChatRequest.builder()
                .messages(UserMessage.from("hi"))
                .parameters(LocalChatParameters.builder().maxOutputTokens(5).build())
                .build());
        String prompt = ChatTemplate.CHAT_ML.prompt(List.of(UserMessage.from("hi")));
        int marks = "<|im_start|>".length() * 2 + "<|im_end|>".length() - 3;
        assertThat(response.tokenUsage().inputTokenCount()).isEqualTo(prompt.length() - marks);
        assertThat(response.tokenUsage().outputTokenCount()).isBetween(1, 5);
        assertThat(response.finishReason()).isIn(FinishReason.LENGTH, FinishReason.STOP);
        assertThat(response.modelName()).isEqualTo("random");
    }

    @Test
    void aChatHasTheSeedOfItsParametersOrTheDefaultOne() {
        assertThat(chat(LocalChatParameters.builder().temperature(2.0).build()))
                .isEqualTo(chat(LocalChatParameters.builder()
                        .temperature(2.0)
                        .seed(LocalChatParameters.DEFAULT_SEED)
                        .build()))
                .isNotEqualTo(chat(
                        LocalChatParameters.builder().temperature(2.0).seed(2).build()));
    }

    @Test
    void refusesWhatItCannotDo() {
        assertThatExceptionOfType(UnsupportedFeatureException.class)
                .isThrownBy(() -> chat(LocalChatParameters.builder()
                        .responseFormat(ResponseFormat.JSON)
                        .build()))
                .withMessageContaining("answers with plain text");
        assertThatExceptionOfType(UnsupportedFeatureException.class)
                .isThrownBy(() ->
                        chat(LocalChatParameters.builder().frequencyPenalty(1.0).build()));
    }

    private static String chat(LocalChatParameters parameters) {
        ChatRequest request = ChatRequest.builder()
                .messages(UserMessage.from("hi"))
                .parameters(parameters)
                .build();
        return model.chat(request).aiMessage().text();
    }

    private static List<Completion> write(long seed) {
        return model.complete(List.of(request(seed, Sampling.of(1).tokens(5, 20))), () -> false);
    }

    private static List<Likelihoods> score(long seed) {
        return model.logLikelihoods(
                List.of(new LikelihoodRequest("prefix " + seed % 3, "body " + seed, List.of("x", "yz"))), () -> false);
    }

    private static CompletionRequest request(long seed, Sampling sampling) {
        return new CompletionRequest("seed " + seed, sampling, List.of(), seed);
    }
}
