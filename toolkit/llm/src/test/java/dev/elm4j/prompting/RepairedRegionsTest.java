package dev.elm4j.prompting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elm4j.environment.Context;
import dev.elm4j.environment.Failure;
import dev.elm4j.model.ScriptedModel;
import dev.elm4j.operator.Parent;
import dev.elm4j.operator.Plan;
import dev.elm4j.operator.Proposal;
import dev.elm4j.operator.Proposal.Failed;
import dev.elm4j.operator.Proposal.Solved;
import dev.elm4j.text.ProtectedRegions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RepairedRegionsTest {

    private static final ProtectedRegions KEEP = ProtectedRegions.between("KEEP-BEGIN", "KEEP-END");
    private static final String PARENT = "# KEEP-BEGIN\nlimit = 1\n# KEEP-END\nx = 1";
    private static final Check ONE = program -> program.contains("x = 1") ? Optional.of("x is 1.") : Optional.empty();

    @Test
    void aRepairThatChangesAProtectedRegionIsAFailure() {
        var proposal =
                repaired(repair("# KEEP-BEGIN\nlimit = 2\n# KEEP-END\nx = 2").regions(KEEP), PARENT);
        assertThat(((Failed<String>) proposal).failure().kind()).isEqualTo(FailureKinds.PROTECTED);
        assertThat(proposal.prompt()).contains("Leave as they are: lines between 'KEEP-BEGIN' and 'KEEP-END'.");
    }

    @Test
    void aRepairThatKeepsTheRegionsIsAChild() {
        String child = PARENT.replace("x = 1", "x = 2");
        var proposal = repaired(repair(child).regions(KEEP), PARENT);
        assertThat(((Solved<String>) proposal).solution().strip()).isEqualTo(child);
        assertThat(repaired(repair(child), PARENT).prompt()).doesNotContain("Leave as");
    }

    /** Lines that a first repair moved are still those of the solution before it. */
    @Test
    void laterAttemptsKeepTheRegionsOfTheSolutionBeforeTheFirst() {
        var model = ScriptedModel.of(prompt -> prompt.contains("import a")
                        ? "```python\nimport a\nlimit = 2\nx = 2\n```"
                        : "```python\nimport a\nlimit = 1\nx = 1\n```")
                .chatOnly();
        var repair = Repair.of(model, ONE).language("python").attempts(2).regions(ProtectedRegions.lines(1, 1));
        var solved = (Solved<String>) repaired(repair, "limit = 1\nx = 1");
        assertThat(solved.solution().strip()).isEqualTo("import a\nlimit = 1\nx = 1");
    }

    @Test
    void afterAnOperatorTheSolutionStaysAsItWas() {
        String program = PARENT.replace("limit", "# a\nlimit");
        var model = ScriptedModel.of(prompt -> "```python\nx = 2\n```").chatOnly();
        var first = ProgramMutation.of(
                ScriptedModel.of(prompt -> "```python\n" + program + "\n```").chatOnly(), "python");
        var repair = Repair.after(first, model, ONE).language("python").regions(KEEP);
        assertThat(((Solved<String>) repaired(repair, PARENT)).solution().strip())
                .isEqualTo(program);
    }

    @Test
    void nameAndVersionSayWhatMustStay() {
        var repair = repair("");
        assertThat(repair.regions(KEEP).name())
                .isEqualTo("repair(check, python, without lines between 'KEEP-BEGIN' and 'KEEP-END')");
        assertThat(repair.name()).isEqualTo("repair(check, python)");
        assertThat(repair.regions(KEEP).version()).isNotEqualTo(repair.version());
    }

    @Test
    void aCheckThatOverflowsTheStackFailsItsCandidateAlone() {
        Check recursing = text -> text.startsWith("bad") ? overflow(0) : Optional.of("It is dull.");
        var model = ScriptedModel.of(prompt -> "<text>\nA good soup.\n</text>").chatOnly();
        var plans = List.of(
                new Plan<>(0, 0, List.of(Parent.ofSeed(0, "bad soup"))),
                new Plan<>(1, 1, List.of(Parent.ofSeed(1, "dull soup"))));
        var proposals = Repair.of(model, recursing).propose(plans, Context.unmetered(1, 2));
        assertThat(((Failed<String>) proposals.get(0)).failure().kind()).isEqualTo(Failure.THREW);
        assertThat(proposals.get(1)).isInstanceOf(Solved.class);
    }

    private static Optional<String> overflow(int depth) {
        return overflow(depth + 1).map(fault -> fault + depth);
    }

    private static Repair repair(String program) {
        return Repair.of(
                        ScriptedModel.of(prompt -> "```python\n" + program + "\n```")
                                .chatOnly(),
                        ONE)
                .language("python");
    }

    private static Proposal<String> repaired(Repair repair, String parent) {
        var plan = new Plan<>(0, 0, List.of(Parent.ofSeed(0, parent)));
        return repair.propose(List.of(plan), Context.unmetered(1, 1)).get(0);
    }
}
