package dev.elm4j.prompting;

import static dev.elm4j.prompting.Family.child;
import static dev.elm4j.prompting.Family.kind;
import static dev.elm4j.prompting.Family.plan;
import static dev.elm4j.prompting.Family.solution;
import static org.assertj.core.api.Assertions.assertThat;

import dev.elm4j.environment.Context;
import dev.elm4j.environment.Failure;
import dev.elm4j.model.Completion;
import dev.elm4j.model.CompletionRequest;
import dev.elm4j.model.ScriptedModel;
import dev.elm4j.operator.Proposal;
import dev.elm4j.operator.Selection;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RewriteTest {

    private static final ScriptedModel MODEL = ScriptedModel.of(prompt -> "Here is the text:\n\n\"It was\nhot.\"")
            .completions(request -> new Completion(" \"It was hot.\"", false, 1, 1));

    @Test
    void aChatIsShownTheTextInTagsAndMayAnswerWithSeveralLines() {
        var rewrite = Rewrite.of(MODEL.chatOnly()).instruction("Make it warm.").task("Write of soups.");
        assertThat(child(rewrite, "It was\ncold.").prompt())
                .startsWith("Write of soups.\n\nMake it warm.\n\n<text>\nIt was\ncold.\n</text>\n\n");
        assertThat(solution(rewrite, "It was\ncold.")).isEqualTo("It was\nhot.");
    }

    @Test
    void aModelThatContinuesGetsExamplesAndOneLine() {
        var model = MODEL.completions(request -> new Completion(" It was hot.", false, 1, 1));
        var rewrite = Rewrite.of(model).instruction("Make it warm.");
        assertThat(child(rewrite, "It was\ncold.").prompt())
                .startsWith("Text: ")
                .endsWith("\n\nText: It was cold.\nInstruction: Make it warm.\nNew text:");
        assertThat(solution(rewrite, "It was\ncold.")).isEqualTo("It was hot.");
        assertThat(model.completions().get(0).stops()).containsExactly("\n");
        assertThat(child(rewrite.chatted(), "It was\ncold.").prompt()).contains("<text>\nIt was\ncold.\n</text>");
    }

    @Test
    void eachCandidateDrawsItsInstructionAndItsSeedFromItsOwnStream() {
        var model = MODEL.completions(request -> new Completion(" It was hot.", false, 1, 1));
        var plans =
                IntStream.range(0, 40).mapToObj(i -> plan(i, "It was cold.")).toList();
        var rewrite = Rewrite.of(model);
        List<Proposal<String>> once = rewrite.propose(plans, Context.unmetered(3, 40));
        assertThat(once).isEqualTo(rewrite.propose(plans, Context.unmetered(3, 40)));
        assertThat(once.stream().map(Proposal::prompt).distinct()).hasSizeGreaterThan(8);
        assertThat(model.completions().subList(0, 40))
                .extracting(CompletionRequest::seed)
                .doesNotHaveDuplicates();
    }

    @Test
    void theParentAgainIsNoChild() {
        assertThat(kind(Rewrite.of(MODEL), "It was hot.")).isEqualTo(FailureKinds.UNCHANGED);
        assertThat(kind(Rewrite.of(MODEL.chatOnly()), " It  was hot.\n")).isEqualTo(FailureKinds.UNCHANGED);
    }

    @Test
    void aTextThatIsSorryIsNoRefusal() {
        for (String refusal : List.of(
                "I\u2019m sorry, but I can\u2019t help with that.",
                "I cannot assist with this request.",
                "As an AI, I am not able to provide that.",
                "Sorry, I can't rewrite that text.")) {
            assertThat(kind(Rewrite.of(ScriptedModel.of(prompt -> refusal).chatOnly()), "a b"))
                    .as(refusal)
                    .isEqualTo(Failure.REFUSED);
        }
        for (String text : List.of(
                "I'm sorry that the soup was cold.",
                "I can't recommend this place.",
                "Sorry, but the waiter could not help us.",
                "Unfortunately, I cannot eat fish.")) {
            assertThat(solution(Rewrite.of(ScriptedModel.of(prompt -> text).chatOnly()), "a b"))
                    .isEqualTo(text);
        }
    }

    @Test
    void nameAndVersionChangeWithEverySetting() {
        var rewrite = Rewrite.of(MODEL);
        assertThat(rewrite.name()).isEqualTo("rewrite");
        assertThat(rewrite).hasToString("rewrite by scripted");
        assertThat(rewrite.temperature(0.5).selection(Selection.best(0.1)).name())
                .isEqualTo("rewrite(temperature 0.5, best(0.1))");
        assertThat(rewrite.chatted().name()).startsWith("rewrite(chatted");
        var versions = List.of(
                rewrite,
                rewrite.temperature(0.5),
                rewrite.instruction("Make it warm."),
                rewrite.task("Write of soups."),
                rewrite.chatted(),
                rewrite.sampling(dev.elm4j.model.Sampling.of(0.9)));
        assertThat(versions.stream().map(Rewrite::version)).doesNotHaveDuplicates();
        assertThat(versions.stream().map(Rewrite::name)).doesNotHaveDuplicates();
    }
}
