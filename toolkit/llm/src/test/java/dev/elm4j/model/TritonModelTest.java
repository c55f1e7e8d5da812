package dev.elm4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.elm4j.environment.Tokens;
import dev.elm4j.model.MisbehavingServer.Manner;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class TritonModelTest {

    private static final CompletionRequest REQUEST =
            new CompletionRequest("Name:", Sampling.of(0.5).tokens(1, 20), List.of(" soup"), 7);

    @Test
    void asksVllmByOneJsonTextOfItsParameters() throws Exception {
        try (var server = MisbehavingServer.always(Manner.WELL)) {
            var answers = model(server).complete(List.of(REQUEST, REQUEST), () -> false);
            assertThat(answers).hasSize(2).extracting(Completion::text).containsOnly("Cold");
            assertThat(answers.get(0).cutOff()).isFalse();
            var body = ChatJson.MAPPER.readTree(server.bodies().get(0));
            assertThat(body.path("text_input").asText()).isEqualTo("Name:");
            assertThat(body.path("stream").asBoolean(true)).isFalse();
            assertThat(body.path("sampling_parameters").asText())
                    .isEqualTo("{\"temperature\":0.5,\"top_p\":0.95,\"max_tokens\":20,\"seed\":7,"
                            + "\"min_tokens\":1,\"stop\":[\" soup\"]}");
        }
    }

    @Test
    void everyCompletionOfABatchIsAnAttemptOfItsOwn() {
        var attempts = new CountedAttempts();
        try (var server = new MisbehavingServer(number -> number == 1 ? Manner.BAD_REQUEST : Manner.WELL)) {
            var exchange = new CompletionExchange();
            assertThatExceptionOfType(TurnedAway.class)
                    .isThrownBy(() -> exchange.perform(model(server), List.of(REQUEST, REQUEST, REQUEST), attempts));
            assertThat(server.requests()).isEqualTo(2);
            assertThat(exchange.perform(model(server), List.of(REQUEST, REQUEST), attempts))
                    .hasSize(2);
            assertThat(server.requests()).isEqualTo(4);
        }
        assertThat(attempts.settled())
                .containsExactly(Tokens.estimated(2, 3), Tokens.NONE, Tokens.estimated(2, 3), Tokens.estimated(2, 3));
    }

    @Test
    void asksTensorRtBesideTheText() {
        try (var server = MisbehavingServer.always(Manner.WELL)) {
            model(server).tensorRt().complete(List.of(REQUEST), () -> false);
            assertThat(server.bodies())
                    .containsExactly("{\"temperature\":0.5,\"top_p\":0.95,\"max_tokens\":20,\"seed\":7,"
                            + "\"stop_words\":[\" soup\"],\"text_input\":\"Name:\"}");
        }
    }

    @Test
    void cutsOffTheRepeatedPrompt() {
        try (var server = MisbehavingServer.always(Manner.WELL)) {
            assertThat(model(server).chat("Cold")).isEqualTo(" soup.");
        }
    }

    @Test
    void saysWhenAnAnswerIsAsLongAsItMayBe() {
        try (var server = MisbehavingServer.always(Manner.WELL)) {
            var request = new CompletionRequest("Name:", Sampling.of(0).tokens(1, 3), List.of("\n"), 7);
            assertThat(model(server).complete(List.of(request), () -> false))
                    .containsExactly(new Completion("Cold soup.", true, 2, 3));
        }
    }

    @Test
    void writesAChatAsLinesWithRoles() throws Exception {
        try (var server = MisbehavingServer.always(Manner.WELL)) {
            model(server)
                    .chat(ChatRequest.builder()
                            .messages(SystemMessage.from("Be brief."), UserMessage.from("Soup?"))
                            .build());
            var body = ChatJson.MAPPER.readTree(server.bodies().get(0));
            assertThat(body.path("text_input").asText()).isEqualTo("system: Be brief.\nuser: Soup?\nai:");
        }
    }

    @Test
    void stopsWhenCancelled() {
        try (var server = MisbehavingServer.always(Manner.WELL)) {
            assertThatExceptionOfType(CancellationException.class)
                    .isThrownBy(() -> model(server).complete(List.of(REQUEST), () -> true));
            assertThat(server.requests()).isZero();
        }
    }

    private static TritonModel model(MisbehavingServer server) {
        return RemoteModels.triton(server.endpoint(""), "soup");
    }
}
