package dev.elm4j.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elm4j.contract.ChatModelContract;
import dev.elm4j.contract.CompletionModelContract;
import dev.elm4j.contract.LikelihoodModelContract;
import dev.elm4j.model.CompletionModel;
import dev.elm4j.model.LikelihoodModel;
import dev.elm4j.model.SeededChat;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import java.util.HashSet;
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

    @Test
    void aSeedDecidesAChatAndIsSeenInItsRequest() {
        try (LocalModel model = LocalModel.tiny()) {
            var request = ChatRequest.builder()
                    .messages(UserMessage.from("The soup was cold."))
                    .temperature(1.2)
                    .build();
            var answers = new HashSet<String>();
            for (long seed = 0; seed < 8; seed++) {
                ChatRequest seeded = SeededChat.request(model, request, seed);
                assertThat(seeded.parameters().temperature()).isEqualTo(1.2);
                assertThat(seeded.parameters().toString()).contains("seed=" + seed);
                String answer = model.chat(seeded).aiMessage().text();
                assertThat(model.chat(seeded).aiMessage().text()).isEqualTo(answer);
                answers.add(answer);
            }
            assertThat(answers).hasSizeGreaterThan(1);
        }
    }
}
