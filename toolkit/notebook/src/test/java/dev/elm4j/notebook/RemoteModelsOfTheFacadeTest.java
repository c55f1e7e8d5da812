package dev.elm4j.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.Test;

class RemoteModelsOfTheFacadeTest {

    @Test
    void everyKindIsOneLine() {
        assertThat(Models.openAi("gpt-4o-mini", "planted-key").name()).isEqualTo("gpt-4o-mini");
        assertThat(Models.openAiCompatible("http://127.0.0.1:1/v1", "soup").identity())
                .isEqualTo("soup at 127.0.0.1:1/v1");
        assertThat(Models.openAiCompatible("http://127.0.0.1:1/v1", "soup", "planted-key")
                        .toString())
                .doesNotContain("planted");
        assertThat(Models.ollama("soup").name()).isEqualTo("soup");
        assertThat(Models.ollama("http://127.0.0.1:1", "soup").price()).isPresent();
        assertThat(Models.triton("http://127.0.0.1:1", "soup").tensorRt().identity())
                .isEqualTo("soup by Triton, TensorRT-LLM, at 127.0.0.1:1");
    }

    @Test
    void aMistakePointsToTheCellAndNotIntoTheLibrary() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Models.openAiCompatible("127.0.0.1:8080", "soup"))
                .withMessageContaining("http://127.0.0.1:8080/v1");
        Throwable odd = catchThrowable(() -> Models.openAi("gpt-4o-mini", ""));
        assertThat(odd.getStackTrace()).noneMatch(frame -> frame.getClassName().startsWith("dev.elm4j.model"));
    }
}
