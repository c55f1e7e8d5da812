package dev.elm4j.prompting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elm4j.environment.Context;
import dev.elm4j.model.Completion;
import dev.elm4j.model.ScriptedModel;
import dev.elm4j.operator.Parent;
import dev.elm4j.operator.Plan;
import dev.elm4j.operator.Proposal;
import java.util.List;
import org.junit.jupiter.api.Test;

class SectionsTest {

    private static final String PARENT = "def f(x):\n    return x";
    private static final String CHILD = "def f(x):\n    return 3 * x";

    @Test
    void aPromptWithoutAnOpeningIsContinuedWithTheWholeProgram() {
        var model = ScriptedModel.of(prompt -> "").completions(request -> new Completion("\n" + CHILD, false, 1, 1));
        var prompt = Prompt.of("mine", "1", "{{program}}\n\n{{next}}");
        var plan = new Plan<>(0, 0, List.of(Parent.ofSeed(0, PARENT)));
        var child = ProgramMutation.of(model, "python")
                .prompt(prompt)
                .propose(List.of(plan), Context.unmetered(1, 1))
                .get(0);
        assertThat(child).isEqualTo(Proposal.of(CHILD).asked(child.prompt(), child.answer()));
    }

    @Test
    void anyNumberOfBlankLinesMayComeFirst() {
        var sections = Sections.of(Form.program("java"), List.of("int x;"));
        var prompt = Prompt.of("mine", "1", "{{program}}");
        assertThat(sections.read(new Answer(" \n".repeat(100_000) + "int y;", false), prompt))
                .isEqualTo(Proposal.of("int y;"));
    }
}
