package dev.elm4j.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elm4j.local.LocalModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The tiny model of the jar stands for all: what is loaded is kept by one map. */
class KernelModelsTest {

    @AfterEach
    void close() {
        Models.tiny().close();
    }

    @Test
    void aModelIsLoadedOnceButAgainAfterItWasClosed() {
        LocalModel first = Models.tiny();
        assertThat(Models.tiny()).isSameAs(first);
        assertThat(first.isClosed()).isFalse();
        first.close();
        assertThat(first.isClosed()).isTrue();
        LocalModel second = Models.tiny();
        assertThat(second).isNotSameAs(first).isSameAs(Models.tiny());
        assertThat(second.chat("Soup?")).isNotNull();
    }
}
