package dev.elm4j.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elm4j.contract.ChatModelContract;
import dev.elm4j.contract.CompletionModelContract;
import dev.elm4j.contract.LikelihoodModelContract;
import dev.langchain4j.model.chat.ChatModel;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ScriptedModelTest {

    private static final ScriptedModel MODEL = ScriptedModel.of(
                    prompt -> "A line of " + prompt.length() + " letters.\nMore.")
            .likelihoods((prompt, label) -> Math.log(0.4) - prompt.length() * 1e-3 - label.length() * 1e-2);

    @Nested
    class Chats extends ChatModelContract {
        @Override
        protected ChatModel model() {
            return ScriptedModel.of(prompt -> "Soup.");
        }
    }

    @Nested
    class Completes extends CompletionModelContract {
        @Override
        protected CompletionModel model() {
            return MODEL;
        }
    }

    @Nested
    class Judges extends LikelihoodModelContract {
        @Override
        protected LikelihoodModel model() {
            return MODEL;
        }
    }

    @Test
    void answersChatsAndCompletionsByOneFunction() {
        var model = ScriptedModel.of(String::toUpperCase);
        assertThat(model.chat("soup")).isEqualTo("SOUP");
        assertThat(complete(model, "soup").text()).isEqualTo("SOUP");
    }

    @Test
    void keepsWhatItWasAsked() {
        var model = ScriptedModel.of(prompt -> "yes");
        model.chat("one");
        complete(model, "two");
        model.logLikelihoods(List.of(new LikelihoodRequest("th", "ree", List.of(" a"))), () -> false);
        assertThat(model.chats()).hasSize(1);
        assertThat(model.completions()).extracting(CompletionRequest::prompt).containsExactly("two");
        assertThat(model.judgements()).extracting(LikelihoodRequest::prompt).containsExactly("three");
    }

    @Test
    void cutsACompletionAtItsTokenLimit() {
        var model = ScriptedModel.of(prompt -> "x".repeat(100));
        var request = new CompletionRequest("go", Sampling.of(1).tokens(1, 5), List.of("\n"), 1);
        assertThat(model.complete(List.of(request), () -> false))
                .containsExactly(new Completion("x".repeat(20), true, 1, 5));
    }

    @Test
    void losesNoRequestWhenManyThreadsAsk() {
        var model = ScriptedModel.of(prompt -> prompt);
        IntStream.range(0, 2_000).parallel().forEach(i -> complete(model, "prompt " + i));
        assertThat(model.completions()).hasSize(2_000).doesNotHaveDuplicates();
    }

    @Test
    void canBeSeenAsAModelThatOnlyChats() {
        ChatModel remote = ScriptedModel.of(prompt -> "yes").chatOnly();
        assertThat(remote).isNotInstanceOf(CompletionModel.class).isNotInstanceOf(LikelihoodModel.class);
        assertThat(remote.chat("well?")).isEqualTo("yes");
        assertThat(ModelName.of(remote)).isEqualTo("scripted");
    }

    private static Completion complete(CompletionModel model, String prompt) {
        var request = new CompletionRequest(prompt, Sampling.of(1), List.of("\n"), 1);
        return model.complete(List.of(request), () -> false).get(0);
    }
}
