package dev.elm4j.prompting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.elm4j.contract.HostileTexts;
import dev.elm4j.contract.OperatorContract;
import dev.elm4j.environment.Context;
import dev.elm4j.environment.Failure;
import dev.elm4j.model.Completion;
import dev.elm4j.model.CompletionModel;
import dev.elm4j.model.CompletionRequest;
import dev.elm4j.model.Sampling;
import dev.elm4j.model.ScriptedModel;
import dev.elm4j.operator.Operator;
import dev.elm4j.operator.Parent;
import dev.elm4j.operator.Plan;
import dev.elm4j.operator.Proposal;
import dev.elm4j.operator.Proposal.Failed;
import dev.elm4j.operator.Proposal.Solved;
import dev.elm4j.operator.Selection;
import dev.langchain4j.exception.InternalServerException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CrossoverTest {

    /** Continues with a line that depends on the seed and on the last parent. */
    private static final ScriptedModel WRITER = ScriptedModel.of(prompt -> "Here is one more line: A child of "
                    + prompt.lines().filter(line -> !line.isBlank()).count() + " lines.")
            .completions(request -> completion("child " + request.seed() + " of "
                    + request.prompt().lines().reduce("", (first, last) -> last)));

    @Nested
    class Continues extends OperatorContract<String> {
        @Override
        protected Operator<String> operator() {
            return Crossover.lmx(WRITER, 4);
        }

        @Override
        protected String solution(int i) {
            return "parent number " + i;
        }
    }

    @Nested
    class ContinuesWithOtherSettings extends OperatorContract<String> {
        @Override
        protected Operator<String> operator() {
            return Crossover.lmx(WRITER, 1).temperature(0).tokens(1, 5).selection(Selection.uniform());
        }

        @Override
        protected String solution(int i) {
            return HostileTexts.all().get(i % HostileTexts.all().size());
        }
    }

    @Nested
    class Chats extends OperatorContract<String> {
        @Override
        protected Operator<String> operator() {
            return Crossover.lmx(WRITER.chatOnly(), 3);
        }

        @Override
        protected String solution(int i) {
            return "parent number " + i;
        }
    }

    @Test
    void aModelThatContinuesTextsSeesTheParentsAlone() {
        var model = WRITER.completions(request -> completion("A warm child."));
        var proposal = propose(model, plan(0, "The soup\nwas cold.", "The fish was old."));
        assertThat(proposal)
                .isEqualTo(
                        Proposal.of("A warm child.").asked("The soup was cold.\nThe fish was old.\n", "A warm child."));
        var request = model.completions().get(0);
        assertThat(request.sampling()).isEqualTo(new Sampling(0.9, 0.95, 3, 30));
        assertThat(request.stops()).containsExactly("\n");
        assertThat(model.chats()).isEmpty();
    }

    @Test
    void anyOtherModelIsAskedInAChat() {
        var model = ScriptedModel.of(prompt -> "Sure! Here is one more line:\n\n1. \"A warm child.\"");
        var proposal = propose(model.chatOnly(), plan(0, "The soup\nwas cold.", "The fish was old."));
        assertThat(proposal).isInstanceOf(Solved.class);
        assertThat(((Solved<String>) proposal).solution()).isEqualTo("A warm child.");
        assertThat(proposal.prompt())
                .contains("\n\nThe soup was cold.\nThe fish was old.\n\n")
                .doesNotContain("{{");
        assertThat(proposal.answer()).startsWith("Sure!");
        var parameters = model.chats().get(0).parameters();
        assertThat(parameters.temperature()).isEqualTo(0.9);
        assertThat(parameters.topP()).isEqualTo(0.95);
        assertThat(parameters.maxOutputTokens()).isEqualTo(94);
        assertThat(model.completions()).isEmpty();
    }

    @Test
    void eachProposalAnswersItsOwnPlan() {
        for (var model :
                List.of(WRITER, ScriptedModel.of(prompt -> "child of " + prompt).chatOnly())) {
            var plans = Stream.of("one soup", "two soups", "three soups")
                    .map(s -> plan(0, s))
                    .toList();
            var numbered = List.of(
                    new Plan<>(10, 2, plans.get(0).parents()),
                    new Plan<>(11, 0, plans.get(1).parents()),
                    new Plan<>(12, 1, plans.get(2).parents()));
            var proposals = Crossover.lmx(model, 1).propose(numbered, Context.unmetered(1, 3));
            assertThat(proposals.get(0).prompt()).contains("one soup").doesNotContain("two");
            assertThat(proposals.get(1).prompt()).contains("two soups");
            assertThat(proposals.get(2).prompt()).contains("three soups");
            assertThat(proposals.get(0).answer()).contains("one soup");
            assertThat(proposals.get(1).answer()).contains("two soups");
            assertThat(proposals.get(2).answer()).contains("three soups");
        }
    }

    @Test
    void eachCandidateDrawsFromItsOwnStream() {
        var model = WRITER.completions(request -> completion("seed " + request.seed()));
        var parents = plan(0, "The same parent.").parents();
        var plans = List.of(new Plan<>(0, 0, parents), new Plan<>(1, 1, parents), new Plan<>(2, 2, parents));
        var context = Context.unmetered(5, 3);
        Crossover.lmx(model, 1).propose(plans, context);
        assertThat(model.completions())
                .extracting(CompletionRequest::seed)
                .containsExactly(
                        context.random(0).nextLong(),
                        context.random(1).nextLong(),
                        context.random(2).nextLong())
                .doesNotHaveDuplicates();
    }

    @Test
    void neverScores() {
        var model = WRITER.likelihoods((prompt, label) -> -1);
        Crossover.lmx(model, 2).propose(List.of(plan(0, "a b", "c d")), Context.unmetered(1, 1));
        assertThat(model.judgements()).isEmpty();
    }

    @Test
    void rejectsAnswersThatAreNoLine() {
        assertThat(failure(completion(" \n "))).isEqualTo(Failure.NO_SOLUTION);
        assertThat(failure(completion("Delicious!"))).isEqualTo(Failure.NO_SOLUTION);
        assertThat(failure(new Completion("The soup was", true, 9, 30))).isEqualTo(Failure.CUT_OFF);
    }

    @Test
    void aPromptThatTheModelHasNoRoomForIsAFailureOfItsOwnAndOfNoOther() {
        var model = WRITER.completions(request -> {
            if (request.prompt().contains("long")) {
                throw new IllegalArgumentException("The prompt has 2,100 tokens.");
            }
            return completion("A warm child.");
        });
        var plans = List.of(plan(0, "a b"), plan(1, "a long one"), plan(2, "c d"));
        List<Proposal<String>> proposals = Crossover.lmx(model, 1).propose(plans, Context.unmetered(5, 3));
        assertThat(((Failed<String>) proposals.get(1)).failure())
                .isEqualTo(new Failure(Failure.UNFIT, "The prompt has 2,100 tokens."));
        assertThat(proposals.get(1).prompt()).contains("a long one");
        assertThat(List.of(proposals.get(0), proposals.get(2))).allMatch(Solved.class::isInstance);
    }

    @Test
    void stripsLineEndsBeforeTheLine() {
        var model = WRITER.completions(request -> completion("\n\n  A warm\tchild. "));
        assertThat(((Solved<String>) propose(model, plan(0, "a b"))).solution()).isEqualTo("A warm child.");
    }

    @Test
    void aFailedChatIsTheFailureOfItsCandidate() {
        var model = ScriptedModel.of(prompt -> {
            throw new InternalServerException("down");
        });
        var failed = (Failed<String>) propose(model.chatOnly(), plan(0, "a b"));
        assertThat(failed.failure().kind()).isEqualTo(Failure.MODEL_ERROR);
        assertThat(failed.prompt()).contains("a b");
    }

    @Test
    void showsHostileParentsAsOneLineEach() {
        for (String text : HostileTexts.all()) {
            assertThat(propose(WRITER, plan(0, text, "last one")).prompt().lines())
                    .hasSize(2);
            var chat = ScriptedModel.of(prompt -> "A line.").chatOnly();
            long lines = propose(chat, plan(0, "first one", "last one"))
                    .prompt()
                    .lines()
                    .count();
            assertThat(propose(chat, plan(0, text, "last one")).prompt().lines())
                    .hasSize((int) lines);
        }
    }

    @Test
    void nameShowsWhatDiffersFromTheDefaults() {
        assertThat(Crossover.lmx(WRITER, 4).name()).isEqualTo("lmx(4)");
        assertThat(Crossover.lmx(WRITER, 2)
                        .temperature(1.1)
                        .topP(1)
                        .tokens(1, 60)
                        .selection(Selection.uniform())
                        .name())
                .isEqualTo("lmx(2, temperature 1.1, top-p 1.0, 1-60 tokens, uniform)");
        assertThat(Crossover.lmx(WRITER, 4)).hasToString("lmx(4) by scripted");
        assertThat(Crossover.lmx(WRITER, 4).selection().name()).isEqualTo("near-cell(0.7)");
    }

    @Test
    void versionHoldsAllThatDecidesAnAnswer() {
        assertThat(Crossover.lmx(WRITER, 4).version())
                .matches("2; continued by scripted; lmx-lines-continued-1 \\([0-9a-f]{8}\\); "
                        + "temperature 0.9, top-p 0.95, 3-30 tokens");
        assertThat(Crossover.lmx(WRITER.chatOnly(), 4).tokens(3, 40).version())
                .matches("2; chatted by scripted; lmx-lines-chat-1 \\([0-9a-f]{8}\\); "
                        + "temperature 0.9, top-p 0.95, 3-40 tokens");
    }

    @Test
    void onlyLimitsThatNobodySetDependOnWhatATokenHolds() {
        var bytes = new ByteModel();
        assertThat(Crossover.lmx(bytes, 4).temperature(0.7).name()).isEqualTo("lmx(4, temperature 0.7)");
        assertThat(Crossover.lmx(bytes, 4).version()).endsWith("12-120 tokens");
        assertThat(Crossover.lmx(bytes, 4).tokens(3, 30).topP(0.9).version()).endsWith("3-30 tokens");
        assertThat(Crossover.lmx(bytes, 4).tokens(3, 30).name()).isEqualTo("lmx(4, 3-30 tokens)");
        Crossover.lmx(bytes, 4).propose(List.of(plan(0, "a b")), Context.unmetered(1, 1));
        assertThat(bytes.asked)
                .extracting(CompletionRequest::sampling)
                .containsExactly(new Sampling(0.9, 0.95, 12, 120));
    }

    /** A model whose tokens are single bytes. */
    private static final class ByteModel implements dev.langchain4j.model.chat.ChatModel, CompletionModel {

        private final List<CompletionRequest> asked = new ArrayList<>();

        @Override
        public double charactersPerToken() {
            return 1;
        }

        @Override
        public List<Completion> complete(List<CompletionRequest> requests, BooleanSupplier cancelled) {
            asked.addAll(requests);
            return WRITER.complete(requests, cancelled);
        }
    }

    @Test
    void refusesSettingsOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Crossover.lmx(WRITER, 0))
                .withMessage("Language-model crossover needs 1 to 16 parents, but was 0. 3 to 5 are usual.");
        assertThatIllegalArgumentException().isThrownBy(() -> Crossover.lmx(WRITER, 17));
        var crossover = Crossover.lmx(WRITER, 4);
        assertThatIllegalArgumentException().isThrownBy(() -> crossover.temperature(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> crossover.tokens(5, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> crossover.topP(0));
    }

    private static String failure(Completion answer) {
        var proposal = propose(WRITER.completions(request -> answer), plan(0, "a b"));
        assertThat(proposal.answer()).isEqualTo(answer.text());
        return ((Failed<String>) proposal).failure().kind();
    }

    private static Proposal<String> propose(dev.langchain4j.model.chat.ChatModel model, Plan<String> plan) {
        return Crossover.lmx(model, 4)
                .propose(List.of(plan), Context.unmetered(1, 1))
                .get(0);
    }

    private static Plan<String> plan(int index, String... parents) {
        return new Plan<>(
                index,
                index,
                Stream.of(parents)
                        .map(parent -> new Parent<>(0, parent, OptionalDouble.empty()))
                        .toList());
    }

    private static Completion completion(String text) {
        return new Completion(text, false, 9, 5);
    }
}
