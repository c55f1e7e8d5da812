package dev.elm4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.elm4j.environment.Attempt;
import dev.elm4j.environment.Attempts;
import dev.elm4j.environment.BudgetExhausted;
import dev.elm4j.environment.EnvironmentUnavailable;
import dev.elm4j.environment.Failure;
import dev.elm4j.environment.ModelUnavailable;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ChatExchangeTest {

    private static final ChatExchange EXCHANGE = new ChatExchange();
    private static final ChatRequest REQUEST = request("Write a line.");

    @Test
    void givesTheAnswerAndItsCost() {
        var answer = only(response("The soup was cold.", FinishReason.STOP, new TokenUsage(11, 7)));
        assertThat(answer.text()).isEqualTo("The soup was cold.");
        assertThat(answer.failure()).isEmpty();
        assertThat(answer.inputTokens() + " " + answer.outputTokens()).isEqualTo("11 7");
    }

    @Test
    void estimatesTokensThatTheModelDoesNotTell() {
        var request = ChatRequest.builder()
                .messages(SystemMessage.from("12345678"), UserMessage.from("123"))
                .build();
        var model = scripted(any -> response("12345", FinishReason.STOP, null));
        var answer = EXCHANGE.perform(model, List.of(request), Attempts.free()).get(0);
        assertThat(answer.inputTokens()).isEqualTo(3); // 8 + a line end + 3 characters
        assertThat(answer.outputTokens()).isEqualTo(2);
        assertThat(only(response("12345", null, new TokenUsage())).outputTokens())
                .isEqualTo(2);
    }

    @Test
    void aBlankOrMissingAnswerIsNoSolution() {
        assertFails(only(response(" \n", FinishReason.STOP, null)), Failure.NO_SOLUTION);
        var silent =
                ChatResponse.builder().aiMessage(new AiMessage(null, List.of())).build();
        assertFails(only(silent), Failure.NO_SOLUTION);
    }

    @Test
    void anAnswerAtTheTokenLimitIsCutOffAndKeepsItsText() {
        var answer = only(response("The soup was", FinishReason.LENGTH, new TokenUsage(5, 3)));
        assertFails(answer, Failure.CUT_OFF);
        assertThat(answer.text()).isEqualTo("The soup was");
        assertThat(answer.inputTokens() + " " + answer.outputTokens()).isEqualTo("5 3");
    }

    @Test
    void aFilteredAnswerIsRefused() {
        assertFails(only(response("", FinishReason.CONTENT_FILTER, null)), Failure.REFUSED);
        assertFails(thrown(new ContentFilteredException("policy")), Failure.REFUSED);
    }

    @Test
    void anExceptionOfTheProviderFailsItsOwnRequestOnly() {
        var model = ScriptedModel.of(prompt -> {
            if (prompt.contains("2")) {
                throw new RateLimitException("slow\ndown\u0007");
            }
            return "Answer to " + prompt;
        });
        var remote = RemoteModel.of(model).waiting(new NoWaiting());
        var answers = EXCHANGE.perform(remote, List.of(request("1"), request("2"), request("3")), Attempts.free());
        assertThat(answers).extracting(ChatAnswer::text).containsExactly("Answer to 1", "", "Answer to 3");
        assertFails(answers.get(1), Failure.MODEL_ERROR);
        assertThat(answers.get(1).failure().orElseThrow().reason())
                .isEqualTo("RateLimitException: \"slow\\ndown\\u0007\" (after 6 attempts)");
        assertFails(thrown(new IllegalStateException()), Failure.MODEL_ERROR);
    }

    @Test
    void aModelThatAnswersNobodyEndsTheRun() {
        assertThatExceptionOfType(ModelUnavailable.class)
                .isThrownBy(() -> thrown(new AuthenticationException("key")))
                .withMessageContaining("scripted");
    }

    @Test
    void neverSwallowsTheEndOfTheRun() {
        assertThatExceptionOfType(BudgetExhausted.class).isThrownBy(() -> thrown(new BudgetExhausted("spent")));
        assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> thrown(new CancellationException()));
        assertThatExceptionOfType(BudgetExhausted.class)
                .isThrownBy(() -> thrown(new RuntimeException("wrapped", new BudgetExhausted("spent"))));
        assertThatExceptionOfType(EnvironmentUnavailable.class)
                .isThrownBy(() -> thrown(new RuntimeException("wrapped", new EnvironmentUnavailable("gone"))));
    }

    @Test
    void anInterruptStopsAndStaysVisible() {
        var wrapped = new RuntimeException("Interrupted during action execution", new InterruptedException());
        assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> thrown(wrapped));
        assertThat(Thread.interrupted()).isTrue();
        var model = scripted(any -> {
            Thread.currentThread().interrupt();
            throw new RuntimeException("Interrupted during action execution");
        });
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> EXCHANGE.perform(model, List.of(REQUEST), Attempts.free()));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void asksNothingOnceCancelled() {
        var model = ScriptedModel.of(prompt -> "yes");
        var two = List.of(request("1"), request("2"));
        var once = new Attempts() {
            @Override
            public boolean cancelled() {
                return !model.chats().isEmpty();
            }

            @Override
            public Attempt begin(int from, int to) {
                return Attempts.free().begin(from, to);
            }
        };
        assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> EXCHANGE.perform(model, two, once));
        assertThat(model.chats()).hasSize(1);
    }

    private static ChatAnswer only(ChatResponse response) {
        return EXCHANGE.perform(scripted(any -> response), List.of(REQUEST), Attempts.free())
                .get(0);
    }

    private static ChatAnswer thrown(RuntimeException fault) {
        var model = scripted(any -> {
            throw fault;
        });
        return EXCHANGE.perform(model, List.of(REQUEST), Attempts.free()).get(0);
    }

    private static RemoteModel scripted(Function<ChatRequest, ChatResponse> script) {
        return RemoteModel.of(ScriptedModel.of(prompt -> "unused").chat(script)).waiting(new NoWaiting());
    }

    private static void assertFails(ChatAnswer answer, String kind) {
        assertThat(answer.failure()).map(Failure::kind).contains(kind);
    }

    private static ChatRequest request(String text) {
        return ChatRequest.builder().messages(UserMessage.from(text)).build();
    }

    private static ChatResponse response(String text, FinishReason reason, TokenUsage usage) {
        return ChatResponse.builder()
                .aiMessage(AiMessage.from(text))
                .finishReason(reason)
                .tokenUsage(usage)
                .build();
    }
}
