package dev.elm4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.elm4j.contract.ChatModelContract;
import dev.elm4j.environment.Attempts;
import dev.elm4j.environment.ModelUnavailable;
import dev.elm4j.environment.Tokens;
import dev.elm4j.model.MisbehavingServer.Manner;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteModelTest {

    @Nested
    class Chats extends ChatModelContract {
        @Override
        protected ChatModel model() {
            return RemoteModel.of(ScriptedModel.of(prompt -> "Soup."))
                    .limits(RateLimit.none().inFlight(1));
        }
    }

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

    @Test
    void itsIdentityIsItsNameAndWhatGoesWithEveryRequest() {
        var plain = OpenAiChatModel.builder().apiKey("sk-secret").modelName("soup");
        assertThat(RemoteModel.of(plain.build()).identity()).isEqualTo("soup");
        var warm = plain.temperature(0.5).seed(3).build();
        assertThat(RemoteModel.of(warm).identity())
                .isEqualTo("soup {\"temperature\":0.5,\"more\":{\"seed\":3}}")
                .isEqualTo(ModelName.identity(warm));
        var limited = RemoteModel.of(warm)
                .named("broth")
                .retry(Retry.none())
                .limits(RateLimit.none().inFlight(2))
                .price(Price.FREE);
        assertThat(limited.identity()).isEqualTo("broth {\"temperature\":0.5,\"more\":{\"seed\":3}}");
        assertThat(ModelName.of(limited)).isEqualTo("broth");
        assertThat(limited.toString())
                .contains("broth", "1 attempts", "inFlight=2")
                .doesNotContain("secret");
    }

    @Test
    void modelsOfOneNameAtTwoServersAreTwo() {
        var first = RemoteModels.openAiCompatible(
                Endpoint.of("https://One.example:8080/v1").key("planted-key"), "soup");
        assertThat(first.identity()).isEqualTo("soup at one.example:8080/v1");
        assertThat(first.named("broth").identity()).isEqualTo("broth at one.example:8080/v1");
        assertThat(RemoteModel.of(first).identity()).isEqualTo(first.identity());
        assertThat(RemoteModels.ollama(Endpoint.of("http://one.example:11434"), "soup")
                        .identity())
                .isEqualTo("soup at one.example:11434");
        assertThat(RemoteModels.openAi("gpt-4o-mini", "planted-key").identity())
                .isEqualTo("gpt-4o-mini at api.openai.com/v1");
        assertThat(RemoteModels.triton(Endpoint.of("http://one.example:8000").key("planted-key"), "soup")
                        .identity())
                .isEqualTo("soup by Triton, vLLM, at one.example:8000");
        assertThat(new ChatExchange().request(first, request()).path("model").asText())
                .isEqualTo(first.identity());
    }

    @Test
    void theirPricesAreFoundByTheNameAlone() {
        var elsewhere = RemoteModels.openAiCompatible(Endpoint.of("https://one.example/v1"), "gpt-4o-mini");
        var million = Tokens.of(1_000_000, 0);
        assertThat(Prices.usual().nanoUsd(elsewhere, million))
                .isPresent()
                .isEqualTo(Prices.usual().nanoUsd(RemoteModels.openAi("gpt-4o-mini", "planted-key"), million));
    }

    /** Its first name may be a word of what else it says of itself. */
    @Test
    void anotherNameLeavesTheRestOfAnIdentityAlone() {
        var triton = RemoteModels.triton(Endpoint.of("http://one.example:8000"), "on");
        assertThat(RemoteModel.of(triton).identity()).isEqualTo(triton.identity());
        assertThat(RemoteModel.of(triton).named("broth").identity())
                .isEqualTo("broth, which is on by Triton, vLLM, at one.example:8000");
    }

    @Test
    void mapsOfParametersAreWrittenInOneOrder() {
        var forward = new TreeMap<String, Object>(Map.of("a", 1, "b", 2, "c", Map.of("x", 1)));
        var parameters = OpenAiChatRequestParameters.builder().customParameters(forward);
        var backward = OpenAiChatRequestParameters.builder().customParameters(forward.descendingMap());
        assertThat(ChatJson.parameters(parameters.build()).toString())
                .isEqualTo(ChatJson.parameters(backward.build()).toString())
                .isEqualTo("{\"more\":{\"customParameters\":{\"a\":1,\"b\":2,\"c\":{\"x\":1}}}}");
    }

    @Test
    void triesOnlyOnceWhenAskedByHand() {
        var asked = new AtomicInteger();
        var busy = RemoteModel.of(ScriptedModel.of(prompt -> {
            asked.incrementAndGet();
            throw new RateLimitException("slow");
        }));
        assertThatExceptionOfType(RateLimitException.class).isThrownBy(() -> busy.chat("Name a soup."));
        assertThat(asked.get()).isEqualTo(1);
    }

    @Test
    void obeysItsLimitByHandAndInASearchTogether() {
        var waiting = new NoWaiting();
        var model = RemoteModel.of(ScriptedModel.of(prompt -> "Soup."))
                .waiting(waiting)
                .limits(RateLimit.none().requestsPerMinute(60))
                .named("soup");
        model.chat("one");
        new ChatExchange().perform(model, List.of(request()), Attempts.free());
        model.price(Price.FREE).chat("three");
        assertThat(waiting.nanos()).isEqualTo(2_000_000_000L);
    }

    @Test
    void waitsAsLongAsTheServerAsks() {
        var waiting = new NoWaiting();
        try (var server = new MisbehavingServer(number -> number == 0 ? Manner.BUSY_WITH_WAIT : Manner.WELL)) {
            var model = RemoteModels.openAiCompatible(server.endpoint("/v1"), "soup")
                    .waiting(waiting);
            var answer = new ChatExchange().perform(model, List.of(request()), Attempts.free());
            assertThat(answer.get(0).text()).isEqualTo("Cold soup.");
        }
        assertThat(waiting.nanos()).isEqualTo(17_000_000_000L);
    }

    @Test
    void aWaitForTheNextAttemptCanBeCancelled() {
        var attempts = new CountedAttempts();
        Waiting once = new Waiting() {
            @Override
            public long nanos() {
                return 0;
            }

            @Override
            public void pause(long nanos, BooleanSupplier cancelled) {
                attempts.cancelled = true;
                Waiting.REAL.pause(nanos, cancelled);
            }
        };
        var model = RemoteModel.of(ScriptedModel.of(prompt -> {
                    throw new RateLimitException("slow");
                }))
                .waiting(once);
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> new ChatExchange().perform(model, List.of(request()), attempts));
        assertThat(attempts.settled()).hasSize(1);
        assertThat(attempts.open()).isZero();
    }

    @Test
    void aServerThatIsNotThereEndsTheRunWithASentence() {
        MisbehavingServer gone = MisbehavingServer.always(Manner.WELL);
        var endpoint = gone.endpoint("/v1");
        gone.close();
        var model = RemoteModels.openAiCompatible(endpoint, "soup").waiting(new NoWaiting());
        var attempts = new CountedAttempts();
        assertThatExceptionOfType(ModelUnavailable.class)
                .isThrownBy(() -> new ChatExchange().perform(model, List.of(request()), attempts))
                .withMessageStartingWith("Nobody answers where the model soup should be, asked 6 times");
        assertThat(attempts.settled()).hasSize(6).containsOnly(dev.elm4j.environment.Tokens.NONE);
    }

    @Test
    void aMissingKeyIsASentence() {
        assertThatIllegalStateException()
                .isThrownBy(() -> RemoteModels.openAi("gpt-4o-mini", (String name) -> null))
                .withMessageStartingWith(
                        "The model gpt-4o-mini needs a key of OpenAI. Set the environment variable OPENAI");
        assertThat(RemoteModels.openAi("gpt-4o-mini", (String name) -> "planted-key\n")
                        .name())
                .isEqualTo("gpt-4o-mini");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RemoteModels.openAi("gpt-4o-mini", "two words"))
                .withMessageContaining("of 9 characters")
                .satisfies(fault -> assertThat(fault.getMessage()).doesNotContain("two words"));
    }

    @Test
    void anAddressIsCheckedBeforeItIsUsed() {
        for (String odd : new String[] {"", "127.0.0.1:8080", "ftp://host/", "http://", "http://a b"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Endpoint.of(odd))
                    .withMessageContaining("http://127.0.0.1:8080/v1");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Endpoint.of("http://me:secret@host/v1"))
                .satisfies(fault -> assertThat(fault.getMessage()).doesNotContain("secret"));
        assertThat(Endpoint.of("http://host/v1/").key("planted-key").toString()).isEqualTo("http://host/v1 with a key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://host/v1?api-key=planted",
                "https://host/v1#planted",
                "https://planted@host/v1",
                "https://me:planted@host/v1",
                "https://me:planted@my_host/v1", // no host that Java knows
                "https://host/v1?key=planted words",
                "ftp://me:planted@host",
                "me:planted@host/v1",
                "sk-planted-words"
            })
    void anAddressWithASecretPartIsRefusedWithoutShowingIt(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Endpoint.of(url))
                .withMessageContaining("A model's address")
                .satisfies(fault -> assertThat(fault.getMessage()).doesNotContain("planted"))
                .withNoCause();
    }

    @Test
    void saysWhereAKeyGoesInsteadOfIntoTheAddress() {
        for (String url : List.of("https://host/v1?key=a", "https://host/v1#a", "https://a@host/v1")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Endpoint.of(url))
                    .withMessageContaining(".key(System.getenv(");
        }
    }

    private static ChatRequest request() {
        return ChatRequest.builder()
                .messages(UserMessage.from("Name a soup."))
                .maxOutputTokens(20)
                .build();
    }
}
