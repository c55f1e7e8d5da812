package dev.elm4j.prompting;

import static dev.elm4j.prompting.Family.child;
import static dev.elm4j.prompting.Family.kind;
import static dev.elm4j.prompting.Family.plan;
import static dev.elm4j.prompting.Family.reason;
import static dev.elm4j.prompting.Family.solution;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.elm4j.environment.Context;
import dev.elm4j.environment.EnvironmentUnavailable;
import dev.elm4j.environment.Failure;
import dev.elm4j.model.ScriptedModel;
import dev.elm4j.operator.Operator;
import dev.elm4j.operator.Proposal;
import dev.elm4j.operator.Selection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class RepairTest {

    /** Wants as many full stops as there are. */
    private static final Check THREE_STOPS = text -> text.endsWith("...")
            ? Optional.empty()
            : Optional.of("The text ends in fewer than three full stops: " + text);

    /** Puts a full stop after the text that it is shown. */
    private static final ScriptedModel MENDER = ScriptedModel.of(prompt -> {
        int from = prompt.indexOf("<text>\n") + 7;
        return "<text>" + prompt.substring(from, prompt.indexOf("\n</text>", from)) + ".</text>";
    });

    private static final Operator<String> WRITER = Crossover.lmx(
            ScriptedModel.of(prompt -> "A child of " + prompt.lines().toList().get(2))
                    .chatOnly(),
            1);

    @Test
    void asksUntilTheCheckIsContentOrTheAttemptsAreOver() {
        var repair = Repair.after(WRITER, MENDER, THREE_STOPS);
        assertThat(solution(repair, "soup")).isEqualTo("A child of soup.");
        assertThat(solution(repair.attempts(2), "soup")).isEqualTo("A child of soup..");
        assertThat(solution(repair.attempts(8), "soup")).isEqualTo("A child of soup...");
    }

    @Test
    void theModelReadsTheFaultAndTheProposalShowsAllSteps() {
        Proposal<String> child = child(Repair.after(WRITER, MENDER, THREE_STOPS).attempts(2), "soup");
        assertThat(child.prompt())
                .containsSubsequence(
                        "Each of these lines",
                        "--- repair ---",
                        "<text>\nA child of soup\n</text>",
                        "fewer than three full stops: A child of soup\n",
                        "--- repair ---",
                        "fewer than three full stops: A child of soup.\n");
        assertThat(child.answer())
                .isEqualTo("A child of soup\n\n--- repair ---\n\n<text>A child of soup.</text>"
                        + "\n\n--- repair ---\n\n<text>A child of soup..</text>");
    }

    @Test
    void whatIsRightAndWhatFailedGoesOnUnasked() {
        Check some = text -> text.contains("bad") ? Optional.of("It is bad.") : Optional.empty();
        var writer = Crossover.lmx(
                ScriptedModel.of(prompt -> prompt.contains("empty")
                                ? "x"
                                : "A child of " + prompt.lines().toList().get(2))
                        .chatOnly(),
                1);
        var model = ScriptedModel.of(prompt -> "<text>Mended it.</text>");
        List<Proposal<String>> children = Repair.after(writer, model, some)
                .propose(List.of(plan(0, "good"), plan(1, "bad"), plan(2, "empty")), Context.unmetered(1, 3));
        assertThat(model.chats()).hasSize(1);
        assertThat(children.get(0)).isEqualTo(child(writer, "good"));
        assertThat(((Proposal.Solved<String>) children.get(1)).solution()).isEqualTo("Mended it.");
        assertThat(children.get(2)).isEqualTo(child(writer, "empty"));
    }

    @Test
    void anUnreadableRepairLeavesTheSolution() {
        var repair = Repair.after(WRITER, ScriptedModel.of(prompt -> " "), THREE_STOPS);
        assertThat(solution(repair, "soup")).isEqualTo("A child of soup");
    }

    @Test
    void ofAParentOnlyAChangeIsAChild() {
        assertThat(solution(Repair.of(MENDER, THREE_STOPS), "Soup")).isEqualTo("Soup.");
        assertThat(kind(Repair.of(MENDER, THREE_STOPS), "Soup...")).isEqualTo(FailureKinds.NOTHING_TO_REPAIR);
        assertThat(kind(Repair.of(ScriptedModel.of(prompt -> "<text>Soup</text>"), THREE_STOPS), "Soup"))
                .isEqualTo(FailureKinds.UNCHANGED);
        assertThat(kind(Repair.of(ScriptedModel.of(prompt -> ""), THREE_STOPS), "Soup"))
                .isEqualTo(Failure.NO_SOLUTION);
    }

    @Test
    void aCheckThatThrowsFailsItsCandidateAloneUnlessTheRunIsOver() {
        Check throwing = text -> {
            if (text.contains("bad")) {
                throw new IllegalStateException("broken");
            }
            return Optional.of("It is wrong.");
        };
        List<Proposal<String>> children =
                Repair.of(MENDER, throwing).propose(List.of(plan(0, "bad"), plan(1, "good")), Context.unmetered(1, 2));
        assertThat(((Proposal.Failed<String>) children.get(0)).failure().kind()).isEqualTo(Failure.THREW);
        assertThat(children.get(1)).isInstanceOf(Proposal.Solved.class);
        assertThat(reason(Repair.of(MENDER, throwing), "bad")).contains("Check 'check' threw", "broken");
        Check stopped = text -> {
            throw new CancellationException("stop");
        };
        assertThatThrownBy(() -> child(Repair.of(MENDER, stopped), "a")).isInstanceOf(CancellationException.class);
        Check gone = text -> {
            throw new EnvironmentUnavailable("The compiler is not there.");
        };
        assertThatThrownBy(() -> child(Repair.of(MENDER, gone), "a")).isInstanceOf(EnvironmentUnavailable.class);
    }

    @Test
    void aLongFaultIsShortened() {
        String prompt = child(Repair.of(MENDER, text -> Optional.of("x".repeat(9_000))), "Soup")
                .prompt();
        assertThat(prompt).hasSizeLessThan(2_500).contains("x\u2026\n");
    }

    @Test
    void programsAreShownAndReadInFences() {
        var model = ScriptedModel.of(prompt -> "```python\nx = 1\n```");
        var repair = Repair.of(model, text -> Optional.of("NameError")).language("python");
        assertThat(solution(repair, "y = x")).isEqualTo("x = 1");
        assertThat(child(repair, "y = x").prompt()).contains("```python\ny = x\n```", "NameError");
    }

    @Test
    void isBothOperatorsToTheIdentityOfARun() {
        var repair = Repair.after(WRITER, MENDER, Check.named("stops", THREE_STOPS));
        assertThat(repair.name()).isEqualTo("lmx(1) + repair(stops)");
        assertThat(repair.version()).startsWith(WRITER.version() + " + 1; chatted by scripted; repair-text-2 (");
        assertThat(repair).hasToString("lmx(1) + repair(stops) by scripted");
        assertThat(repair.parents()).isEqualTo(1);
        assertThat(repair.selection().name()).isEqualTo("near-cell(0.7)");
        assertThatIllegalStateException()
                .isThrownBy(() -> repair.selection(Selection.uniform()))
                .withMessageContaining("Call selection(...) on that operator");
        assertThatIllegalArgumentException().isThrownBy(() -> repair.attempts(0));
    }
}
