package dev.elm4j.prompting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.elm4j.model.ScriptedModel;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PromptTest {

    private static final ScriptedModel MODEL = ScriptedModel.of(prompt -> "A line.");

    @Test
    void aFileNameGivesNameAndVersion() {
        Prompt prompt = Prompt.own("rewrite-chat-2.txt");
        assertThat(prompt.label()).isEqualTo("rewrite-chat-2");
        assertThat(prompt.places()).containsExactly("instruction", "tag", "task", "text");
        assertThat(prompt.toString()).startsWith("rewrite-chat-2 (").endsWith(prompt.text());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Prompt.own("rewrite.txt"))
                .withMessageContaining("such as rewrite-1.txt, but was 'rewrite.txt'");
    }

    @Test
    void anotherTextIsAnotherIdentityThoughTheNameStays() {
        Prompt one = Prompt.of("mine", "1", "Say it again: {{text}}");
        Prompt two = Prompt.of("mine", "1", "Say it again, {{text}}");
        assertThat(one.label()).isEqualTo(two.label());
        assertThat(Rewrite.of(MODEL).prompt(one).version())
                .isNotEqualTo(Rewrite.of(MODEL).prompt(two).version());
        assertThat(Rewrite.of(MODEL).prompt(one).name()).isEqualTo("rewrite(mine-1)");
    }

    @Test
    void valuesForPlacesThatItHasNotArePassedOver() {
        Prompt prompt = Prompt.of("mine", "1", "{{text}}!");
        assertThat(prompt.fill(Map.of("text", "a {{task}}", "task", "b"))).isEqualTo("a {{task}}!");
        assertThatIllegalArgumentException().isThrownBy(() -> prompt.fill(Map.of("task", "b")));
    }

    @Test
    void anOperatorSaysAtOnceWhichPlacesItFills() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rewrite.of(MODEL).prompt(Prompt.of("mine", "1", "Rewrite it.")))
                .withMessage("Prompt 'mine-1' has no place {{text}}. Write it where it is to be filled in; "
                        + "it needs {{text}} and may have {{instruction}}, {{tag}}, {{task}}.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProgramEdits.diff(MODEL).prompt(Prompt.of("mine", "1", "{{program}} {{code}}")))
                .withMessageContaining("has the place {{code}}, which nothing fills here");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rewrite.of(MODEL).chatted().prompt(Prompt.of("mine", "1", "{{text}}")))
                .withMessage("Prompt 'mine-1' has nothing but places. Say in it what a chat model is to do.");
    }

    @Test
    void refusesNamesThatAreNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> Prompt.of("my prompt", "1", "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> Prompt.of("mine", "", "x"));
    }

    @Test
    void instructionsAreDrawnEquallyOften() {
        var counts = new int[3];
        var random = new SplittableRandom(20261129);
        var instructions = Instructions.of("0", "1", "2");
        for (int i = 0; i < 30_000; i++) {
            counts[Integer.parseInt(instructions.draw(random))]++;
        }
        double chiSquared = 0;
        for (int count : counts) {
            chiSquared += (count - 10_000.0) * (count - 10_000.0) / 10_000;
        }
        assertThat(chiSquared).isLessThan(27.7); // p = 1e-6, 2 degrees of freedom
    }

    @Test
    void listsOfInstructionsAreReadableFiles() {
        assertThat(Instructions.mutations().lines()).hasSize(16).doesNotHaveDuplicates();
        assertThat(Instructions.programs().lines()).hasSizeGreaterThan(10).doesNotHaveDuplicates();
        assertThat(Instructions.commits().lines()).hasSize(24).doesNotHaveDuplicates();
        assertThat(Instructions.commits().toString()).doesNotContain("#").contains("Changed a constant.\n");
        assertThatIllegalArgumentException().isThrownBy(Instructions::of);
        assertThatIllegalArgumentException().isThrownBy(() -> Instructions.of("a", " \n"));
    }
}
