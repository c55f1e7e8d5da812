package dev.elm4j.model;

import static dev.elm4j.model.SoupRequest.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.elm4j.environment.Attempts;
import dev.elm4j.model.MisbehavingServer.Manner;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a remote model's server is sent: every parameter, in the words that it knows. */
class RemoteRequestTest {

    @Test
    void passesEveryParameterOfAProviderOn() throws Exception {
        try (var server = MisbehavingServer.always(Manner.WELL)) {
            var model = RemoteModels.openAiCompatible(server.endpoint("/v1"), "soup");
            var parameters = OpenAiChatRequestParameters.builder()
                    .temperature(0.25)
                    .topP(0.5)
                    .frequencyPenalty(0.125)
                    .presencePenalty(0.75)
                    .maxOutputTokens(11)
                    .stopSequences("END")
                    .seed(42)
                    .customParameters(Map.of("min_p", 0.1))
                    .responseFormat(ResponseFormat.builder()
                            .type(ResponseFormatType.JSON)
                            .build())
                    .build();
            var request = ChatRequest.builder()
                    .messages(UserMessage.from("Name a soup."))
                    .parameters(parameters)
                    .build();
            model.chat(request);
            new ChatExchange().perform(model, List.of(request), Attempts.free());
            assertThat(server.bodies()).hasSize(2);
            for (String body : server.bodies()) {
                var json = ChatJson.MAPPER.readTree(body);
                assertThat(json.path("model").asText()).isEqualTo("soup");
                assertThat(json.path("temperature").asDouble()).isEqualTo(0.25);
                assertThat(json.path("top_p").asDouble()).isEqualTo(0.5);
                assertThat(json.path("frequency_penalty").asDouble()).isEqualTo(0.125);
                assertThat(json.path("presence_penalty").asDouble()).isEqualTo(0.75);
                assertThat(json.path("max_tokens").asInt()).isEqualTo(11);
                assertThat(json.path("stop").get(0).asText()).isEqualTo("END");
                assertThat(json.path("seed").asInt()).isEqualTo(42);
                assertThat(json.path("min_p").asDouble()).isEqualTo(0.1);
                assertThat(json.path("response_format").path("type").asText()).isEqualTo("json_object");
            }
        }
    }

    @Test
    void canBeWrappedByADecoratorThatHandsOnPlainParameters() {
        try (var server = MisbehavingServer.always(Manner.WELL)) {
            var model = RemoteModels.openAiCompatible(server.endpoint("/v1"), "soup");
            assertThat(model.doChat(request()).aiMessage().text()).isEqualTo("Cold soup.");
            assertThat(RemoteModel.of(model).chat(request()).aiMessage().text()).isEqualTo("Cold soup.");
        }
    }

    @Test
    void openAiItselfIsToldTheLimitInItsNewerWord() throws Exception {
        try (var server = MisbehavingServer.always(Manner.WELL)) {
            RemoteModels.openAi(server.endpoint("/v1"), "gpt-5-mini").chat(request());
            RemoteModels.openAi(server.endpoint("/v1"), "gpt-5-mini").chat("No limit.");
            var limited = ChatJson.MAPPER.readTree(server.bodies().get(0));
            assertThat(limited.path("max_completion_tokens").asInt()).isEqualTo(20);
            assertThat(limited.has("max_tokens")).isFalse();
            assertThat(server.bodies().get(1)).doesNotContain("max_");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "o1",
                "o1-mini",
                "o3",
                "o3-2025-04-16",
                "o4-mini",
                "o4-mini-2025-04-16",
                "gpt-5",
                "gpt-5-2025-08-07",
                "gpt-5-mini",
                "gpt-5-nano-2025-08-07",
                "ft:o4-mini-2025-04-16:soups::a1"
            })
    void aReasoningModelAtOpenAiIsNotToldHowToDraw(String name) throws Exception {
        assertThat(sentTo(true, name))
                .contains("max_completion_tokens")
                .doesNotContain("temperature", "top_p", "max_tokens");
        assertThat(sentTo(false, name)).contains("temperature", "top_p", "max_tokens");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gpt-4o-mini",
                "gpt-5-chat-latest",
                "gpt-5.1",
                "gpt-5.1-2025-11-13",
                "gpt-50",
                "o1ympic",
                "oracle-1",
                "chat-o1"
            })
    void anyOtherModelThereIs(String name) throws Exception {
        assertThat(sentTo(true, name)).contains("temperature", "top_p", "max_completion_tokens");
    }

    /** Names of what was sent. */
    private static List<String> sentTo(boolean openAi, String name) throws Exception {
        try (var server = MisbehavingServer.always(Manner.WELL)) {
            var endpoint = server.endpoint("/v1");
            var model = openAi ? RemoteModels.openAi(endpoint, name) : RemoteModels.openAiCompatible(endpoint, name);
            var request = ChatRequest.builder()
                    .messages(UserMessage.from("Name a soup."))
                    .temperature(0.7)
                    .topP(0.9)
                    .maxOutputTokens(20)
                    .build();
            new ChatExchange().perform(model, List.of(request), Attempts.free());
            var names = new ArrayList<String>();
            ChatJson.MAPPER.readTree(server.bodies().get(0)).fieldNames().forEachRemaining(names::add);
            return names;
        }
    }
}
