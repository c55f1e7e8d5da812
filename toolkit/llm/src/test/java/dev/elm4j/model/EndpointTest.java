package dev.elm4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A remote model's address and key: checked before they are used, and never shown. */
class EndpointTest {

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
}
