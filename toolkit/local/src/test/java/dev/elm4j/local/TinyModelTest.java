package dev.elm4j.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elm4j.contract.ChatModelContract;
import dev.elm4j.contract.CompletionModelContract;
import dev.elm4j.contract.LikelihoodModelContract;
import dev.elm4j.model.CompletionModel;
import dev.elm4j.model.LikelihoodModel;
import dev.langchain4j.model.chat.ChatModel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The model in the jar keeps what every model of the toolkit keeps. */
class TinyModelTest {

    private static LocalModel model;

    @BeforeAll
    static void load() {
        model = LocalModel.tiny();
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @Test
    void isThereWithoutAnyFile() {
        assertThat(model.name()).isEqualTo("tiny-opinions");
        assertThat(model.context()).isEqualTo(1024);
        assertThat(model.charactersPerToken()).isEqualTo(1);
    }

    @Test
    void runsOnOneThreadHoweverManyThereAre() {
        assertThat(model.toString()).contains(", 1 thread,");
    }

    @Nested
    class Chats extends ChatModelContract {
        @Override
        protected ChatModel model() {
            return model;
        }
    }

    @Nested
    class Completes extends CompletionModelContract {
        @Override
        protected CompletionModel model() {
            return model;
        }
    }

    @Nested
    class TellsLikelihoods extends LikelihoodModelContract {
        @Override
        protected LikelihoodModel model() {
            return model;
        }
    }
}
