package dev.elm4j.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.elm4j.model.ScriptedModel;
import dev.elm4j.operator.Operator;
import dev.elm4j.prompting.Crossover;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrialTest {

    private static final Operator<String> OPERATOR = Crossover.lmx(ScriptedModel.of(prompt -> "The tea was warm."), 2);

    @Test
    void anOperatorGetsAsManyParentsAsItWants() {
        var candidates =
                Trial.of(OPERATOR, List.of("The soup was hot.", "The steak was cold.", "The rice was dry."), 4);
        assertThat(candidates.list()).hasSize(4).allSatisfy(candidate -> {
            assertThat(candidate.parents()).containsExactly(0L, 1L);
            assertThat(candidate.proposal().prompt()).contains("soup", "steak").doesNotContain("rice");
        });
    }

    @Test
    void tooFewParentsOrCandidatesAreASentence() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Trial.of(OPERATOR, "The soup was hot."))
                .withMessage(
                        "A trial of 'lmx(2)' needs 2 parents, but got 1. Give as many solutions to start from, in the order of the prompt.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Trial.of(OPERATOR))
                .withMessageContaining("needs 2 parents, but got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Trial.of(OPERATOR, List.of("a", "b"), 0))
                .withMessage("A trial of 'lmx(2)' needs at least 1 candidate, but was asked for 0.");
    }
}
