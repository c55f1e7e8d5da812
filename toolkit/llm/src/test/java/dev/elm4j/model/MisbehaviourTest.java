package dev.elm4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.elm4j.environment.Failure;
import dev.elm4j.environment.ModelUnavailable;
import dev.elm4j.environment.Tokens;
import dev.elm4j.model.MisbehavingServer.Manner;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every misbehaviour, over the real clients of OpenAI, Ollama and Triton: how often it was asked, and what was counted. */
class MisbehaviourTest {

    private static final String KEY = "planted-4711-key";
    private static final ChatRequest REQUEST = ChatRequest.builder()
            .messages(UserMessage.from("Name a soup."))
            .maxOutputTokens(20)
            .build();

    private static final Tokens TOLD = Tokens.of(7, 3);
    private static final Tokens GUESSED = Tokens.estimated(3, 3);
    private static final Tokens FULL = null;
    private static final String FINE = "fine";
    private static final String STOPS = "stops the run";

    /** Which client; those that cannot tell a row's difference are left out. */
    enum Client {
        OPEN_AI,
        OLLAMA,
        TRITON;

        ChatModel model(MisbehavingServer server, Manner manner) {
            boolean late = manner == Manner.HANGS || manner == Manner.DRIPS;
            var patience = late ? Duration.ofMillis(150) : Duration.ofSeconds(30);
            return switch (this) {
                case OPEN_AI ->
                    RemoteModels.openAiCompatible(
                            server.endpoint("/v1").key(KEY).timeout(patience), "soup");
                case OLLAMA -> RemoteModels.ollama(server.endpoint("").timeout(patience), "soup");
                case TRITON ->
                    RemoteModel.of(
                            RemoteModels.triton(server.endpoint("").key(KEY).timeout(patience), "soup"));
            };
        }
    }

    private record Row(Manner manner, int requests, Tokens each, String end) {}

    private static final List<Row> TABLE = List.of(
            new Row(Manner.WELL, 1, TOLD, FINE),
            new Row(Manner.BUSY, 3, Tokens.NONE, Failure.MODEL_ERROR),
            new Row(Manner.BUSY_WITH_WAIT, 3, Tokens.NONE, Failure.MODEL_ERROR),
            new Row(Manner.NO_QUOTA, 1, Tokens.NONE, STOPS),
            new Row(Manner.BROKEN, 3, Tokens.NONE, Failure.MODEL_ERROR),
            new Row(Manner.DOWN, 3, Tokens.NONE, Failure.MODEL_ERROR),
            new Row(Manner.GATEWAY_GAVE_UP, 3, FULL, Failure.MODEL_ERROR),
            new Row(Manner.BAD_REQUEST, 1, Tokens.NONE, Failure.MODEL_ERROR),
            new Row(Manner.KEY_REFUSED, 1, Tokens.NONE, STOPS),
            new Row(Manner.NOT_FOUND, 1, Tokens.NONE, STOPS),
            new Row(Manner.HANGS, 3, FULL, Failure.MODEL_ERROR),
            new Row(Manner.DRIPS, 3, FULL, Failure.MODEL_ERROR),
            new Row(Manner.CLOSES, 3, FULL, Failure.MODEL_ERROR),
            new Row(Manner.HALF, 3, FULL, Failure.MODEL_ERROR),
            new Row(Manner.PAGE, 3, FULL, Failure.MODEL_ERROR),
            new Row(Manner.NO_CHOICES, 3, FULL, Failure.MODEL_ERROR),
            new Row(Manner.NULL_TEXT, 1, TOLD, Failure.NO_SOLUTION),
            new Row(Manner.NO_USAGE, 1, GUESSED, FINE),
            new Row(Manner.TOO_LONG, 1, TOLD, Failure.CUT_OFF),
            new Row(Manner.FILTERED, 1, TOLD, Failure.REFUSED),
            new Row(Manner.CACHED, 1, new Tokens(7, 5, 3, false), FINE));

    static Stream<Arguments> cases() {
        return Stream.of(Client.values()).flatMap(client -> TABLE.stream().flatMap(row -> adapted(client, row)));
    }

    /** What is otherwise where a protocol has no word for something. */
    private static Stream<Arguments> adapted(Client client, Row row) {
        Manner manner = row.manner();
        if (client == Client.OPEN_AI) {
            return Stream.of(Arguments.of(client, row));
        }
        if (manner == Manner.FILTERED || manner == Manner.CACHED) {
            return Stream.empty();
        }
        if (client == Client.OLLAMA) { // its client breaks over an answer without a message, as over a fault of its own
            boolean breaks = manner == Manner.NO_CHOICES;
            return Stream.of(Arguments.of(client, breaks ? new Row(manner, 1, FULL, Failure.MODEL_ERROR) : row));
        }
        return switch (manner) {
            case TOO_LONG -> Stream.empty();
            case WELL, NO_USAGE -> Stream.of(Arguments.of(client, new Row(manner, 1, GUESSED, FINE)));
            case NULL_TEXT -> Stream.of(Arguments.of(client, new Row(manner, 3, FULL, Failure.MODEL_ERROR)));
            default -> Stream.of(Arguments.of(client, row));
        };
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyAttemptIsOneRequestAndIsCountedOnce(Client client, Row row) {
        var attempts = new CountedAttempts();
        try (var server = MisbehavingServer.always(row.manner())) {
            ChatModel model = ((RemoteModel) client.model(server, row.manner()))
                    .retry(Retry.usual().attempts(3))
                    .waiting(new NoWaiting());
            if (row.end().equals(STOPS)) {
                assertThatExceptionOfType(ModelUnavailable.class)
                        .isThrownBy(() -> new ChatExchange().perform(model, List.of(REQUEST), attempts))
                        .withNoCause()
                        .withMessageContaining("soup")
                        .satisfies(stop -> assertThat(stop.getMessage()).doesNotContain(KEY));
            } else {
                ChatAnswer answer = new ChatExchange()
                        .perform(model, List.of(REQUEST), attempts)
                        .get(0);
                assertThat(answer.failure().map(Failure::kind).orElse(FINE))
                        .as("%s", answer)
                        .isEqualTo(row.end());
                assertThat(answer.toString()).doesNotContain(KEY);
            }
            assertThat(server.requests()).isEqualTo(row.requests());
        }
        assertThat(attempts.settled()).isEqualTo(Collections.nCopies(row.requests(), row.each()));
        assertThat(attempts.open()).isZero();
    }
}
