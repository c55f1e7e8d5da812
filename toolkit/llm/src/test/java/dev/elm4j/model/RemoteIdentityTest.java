package dev.elm4j.model;

import static dev.elm4j.model.SoupRequest.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.elm4j.environment.Tokens;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a remote model is called in a journal and in a price table. */
class RemoteIdentityTest {

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
}
