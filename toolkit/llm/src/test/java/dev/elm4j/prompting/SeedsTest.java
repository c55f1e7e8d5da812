package dev.elm4j.prompting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elm4j.environment.Context;
import dev.elm4j.model.SeededChat;
import dev.elm4j.operator.Operator;
import dev.elm4j.operator.Parent;
import dev.elm4j.operator.Plan;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A chat model that knows seeds would answer candidates with the same seed and parent alike. */
class SeedsTest {

    private static final Check ALWAYS = program -> Optional.of("It is dull.");

    @Test
    void eachChatHasItsOwnSeed() {
        List<Function<ChatModel, Operator<String>>> operators = List.of(
                Rewrite::of,
                model -> Crossover.lmx(model, 1),
                model -> Crossover.lmx(model, 1).texts(),
                model -> ProgramMutation.of(model, "python"),
                ProgramEdits::diff,
                ProgramEdits::searchReplace,
                CommitMutation::of,
                model -> Repair.of(model, ALWAYS).attempts(3));
        for (var operator : operators) {
            var model = new Seeds();
            operator.apply(model).propose(plans(), Context.unmetered(1, 3));
            assertThat(model.seeds)
                    .hasSizeGreaterThanOrEqualTo(3)
                    .doesNotContain(0L)
                    .doesNotHaveDuplicates();
        }
    }

    private static List<Plan<String>> plans() {
        var parents = List.of(Parent.ofSeed(0, "x = 1"));
        return List.of(new Plan<>(0, 0, parents), new Plan<>(1, 1, parents), new Plan<>(2, 2, parents));
    }

    private static final class Seeds implements ChatModel, SeededChat {

        private final List<Long> seeds = new ArrayList<>();

        @Override
        public ChatRequestParameters seeded(ChatRequestParameters parameters, long seed) {
            seeds.add(seed);
            return parameters;
        }

        @Override
        public ChatResponse doChat(ChatRequest request) {
            return ChatResponse.builder()
                    .aiMessage(AiMessage.from("A hot soup."))
                    .build();
        }
    }
}
