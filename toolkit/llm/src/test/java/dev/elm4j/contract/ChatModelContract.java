package dev.elm4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import org.junit.jupiter.api.Test;

/** What a chat model of this toolkit keeps. */
public abstract class ChatModelContract {

    /** The model under test; may be the same at each call. */
    protected abstract ChatModel model();

    @Test
    public void answersAndSaysWhatItUsed() {
        var response = model().chat(greedy("Write one word."));
        assertThat(response.aiMessage().text()).isNotNull();
        assertThat(response.tokenUsage().inputTokenCount()).isPositive();
        assertThat(response.tokenUsage().outputTokenCount()).isBetween(0, 8);
        assertThat(response.finishReason()).isNotNull();
    }

    @Test
    public void answersAlikeAtTemperatureZero() {
        var request = greedy("Write one word.");
        assertThat(model().chat(request).aiMessage())
                .isEqualTo(model().chat(request).aiMessage());
    }

    @Test
    public void readsHostileTexts() {
        for (String text : HostileTexts.brief()) {
            assertThat(model().chat(greedy(text)).aiMessage()).isNotNull();
        }
    }

    private static ChatRequest greedy(String text) {
        return ChatRequest.builder()
                .messages(UserMessage.from(text))
                .temperature(0.0)
                .maxOutputTokens(8)
                .build();
    }
}
