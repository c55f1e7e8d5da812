package dev.elm4j.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StreamedChatTest {

    private static LocalModel model;

    @BeforeAll
    static void load() {
        model = new RandomModel().load(Precision.FP32);
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @Test
    void thePiecesTogetherAreTheAnswer() throws Exception {
        int pieces = 0;
        for (int seed = 0; seed < 20; seed++) {
            ChatRequest request = request(seed, seed % 2 == 0 ? List.of() : List.of("e", "\n"));
            ChatResponse whole = model.chat(request);
            Reader reader = new Reader();
            model.chat(request, reader);
            ChatResponse response = reader.end.get();
            assertThat(response.aiMessage().text()).isEqualTo(whole.aiMessage().text());
            assertThat(response.tokenUsage()).isEqualTo(whole.tokenUsage());
            assertThat(response.finishReason()).isEqualTo(whole.finishReason());
            assertThat(String.join("", reader.pieces))
                    .isEqualTo(whole.aiMessage().text());
            assertThat(reader.pieces).allSatisfy(piece -> assertThat(piece).isNotEmpty());
            pieces += reader.pieces.size();
        }
        assertThat(pieces).isGreaterThan(100);
    }

    @Test
    void whatIsSettledNeverChanges() {
        SplittableRandom random = new SplittableRandom(3);
        byte[][] tokens = {
            "a".getBytes(StandardCharsets.UTF_8),
            " ".getBytes(StandardCharsets.UTF_8),
            "EN".getBytes(StandardCharsets.UTF_8),
            "ND.".getBytes(StandardCharsets.UTF_8),
            "D".getBytes(StandardCharsets.UTF_8),
            {(byte) 0xF0, (byte) 0x9F},
            {(byte) 0x98, (byte) 0x80}
        };
        int longer = 0;
        for (int round = 0; round < 500; round++) {
            WrittenText text = new WrittenText(round % 3 == 0 ? List.of() : List.of("END.", " a"));
            String before = "";
            for (int i = 0; i < 30 && !text.stopped(); i++) {
                text.append(tokens[random.nextInt(tokens.length)]);
                String now = text.settled();
                assertThat(now).startsWith(before);
                longer += now.length() > before.length() ? 1 : 0;
                before = now;
            }
            assertThat(text.text()).startsWith(before);
        }
        assertThat(longer).isGreaterThan(500);
    }

    @Test
    void theReaderMayCallTheModelAgain() throws Exception {
        CompletableFuture<String> second = new CompletableFuture<>();
        model.chat(request(1, List.of()), new Reader() {
            @Override
            public void onCompleteResponse(ChatResponse response) {
                second.complete(model.chat(request(2, List.of())).aiMessage().text());
            }
        });
        assertThat(second.get(30, TimeUnit.SECONDS))
                .isEqualTo(model.chat(request(2, List.of())).aiMessage().text());
    }

    @Test
    void aReaderThatThrowsEndsTheAnswer() throws Exception {
        CompletableFuture<Throwable> told = new CompletableFuture<>();
        model.chat(request(1, List.of()), new Reader() {
            @Override
            public void onPartialResponse(String piece) {
                throw new IllegalStateException("enough");
            }

            @Override
            public void onError(Throwable failure) {
                told.complete(failure);
            }
        });
        assertThat(told.get(30, TimeUnit.SECONDS)).hasMessage("enough");
        assertThat(model.chat(request(3, List.of())).aiMessage().text())
                .isEqualTo(model.chat(request(3, List.of())).aiMessage().text());
    }

    @Test
    void failuresOfTheModelAreTold() throws Exception {
        Reader reader = new Reader();
        model.chat(
                ChatRequest.builder()
                        .messages(UserMessage.from("long ".repeat(100)))
                        .build(),
                reader);
        assertThat(reader.failure.get()).hasMessageContaining("the model sees only 256");
    }

    private static ChatRequest request(long seed, List<String> stops) {
        return ChatRequest.builder()
                .messages(UserMessage.from("hi"))
                .parameters(LocalChatParameters.builder()
                        .seed(seed)
                        .temperature(1.0)
                        .maxOutputTokens(30)
                        .stopSequences(stops)
                        .build())
                .build();
    }

    private static class Reader implements StreamingChatResponseHandler {

        final List<String> pieces = new ArrayList<>();
        final CompletableFuture<ChatResponse> end = new CompletableFuture<>();
        final CompletableFuture<Throwable> failure = new CompletableFuture<>();

        @Override
        public void onPartialResponse(String piece) {
            pieces.add(piece);
        }

        @Override
        public void onCompleteResponse(ChatResponse response) {
            end.complete(response);
        }

        @Override
        public void onError(Throwable error) {
            failure.complete(error);
        }
    }
}
