package dev.elm4j.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.elm4j.contract.CountingContext;
import dev.elm4j.contract.HostileTexts;
import dev.elm4j.environment.Calls.Call;
import dev.elm4j.environment.Context;
import dev.elm4j.model.LikelihoodRequest;
import dev.elm4j.model.ScriptedModel;
import dev.elm4j.text.Template;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LikelihoodJudgeTest {

    private static final Template TEMPLATE = Template.of(
            "Sentence: Hot soup.\nTone: kind\n\nSentence: Cold soup.\nTone: harsh\n\nSentence: {{text}}\nTone:");
    private static final LikelihoodJudge QUESTION = LikelihoodJudge.of("tone-1", TEMPLATE, " kind", " harsh");

    /** Leans to " harsh" by 3 nats, and counts exclamation marks. */
    private static final ScriptedModel MODEL = ScriptedModel.of(prompt -> "")
            .likelihoods((prompt, label) -> label.equals(" kind")
                    ? -4 + prompt.chars().filter(c -> c == '!').count()
                    : -1);

    @Test
    void declaresTheExamplesAsPrefix() {
        assertThat(QUESTION.request("Warm soup."))
                .isEqualTo(new LikelihoodRequest(
                        "Sentence: Hot soup.\nTone: kind\n\nSentence: Cold soup.\nTone: harsh\n\n",
                        "Sentence: Warm soup.\nTone:",
                        List.of(" kind", " harsh")));
    }

    @Test
    void aTemplateWithoutExamplesHasNoPrefix() {
        var bare = LikelihoodJudge.of("bare-1", Template.of("{{text}} is"), " a", " b");
        assertThat(bare.request("x")).isEqualTo(new LikelihoodRequest("", "x is", List.of(" a", " b")));
    }

    @Test
    void noTextChangesTheQuestion() {
        for (String text : HostileTexts.all()) {
            var request = QUESTION.request(text);
            assertThat(request.prefix()).isEqualTo(QUESTION.prefix());
            assertThat(request.body()).startsWith("Sentence: ").endsWith("\nTone:");
            assertThat(request.body().lines()).hasSize(2);
        }
        assertThat(QUESTION.request("{{text}} $1").body()).isEqualTo("Sentence: {{text}} $1\nTone:");
    }

    @Test
    void toneIsCalibratedAgainstTheLeaningOfTheModel() {
        var tone = Tone.calibrated(QUESTION, MODEL, examples());
        assertThat(tone.calibration().centre()).isEqualTo(-2);
        assertThat(tone.judge("soup!")).isZero();
        assertThat(tone.judge("soup!!!!")).isGreaterThan(0.5);
        assertThat(tone.judge("soup")).isNegative();
        assertThat(tone.identity()).matches("tone-1 #[0-9a-f]{8} by scripted, centre -2\\.000, scale 1\\.000");
    }

    @Test
    void calibrationAsksOncePerExample() {
        var counting = MODEL.likelihoods((prompt, label) -> label.equals(" kind") ? -prompt.length() : -1);
        Tone.calibrated(QUESTION, counting, examples());
        assertThat(counting.judgements()).hasSize(examples().size());
    }

    @Test
    void calibrationHasItsLabelsChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tone.calibrated(QUESTION, MODEL, List.of(new LabelledText("soup", "sour"))))
                .withMessageContaining("Every example needs one of the labels");
        var three = LikelihoodJudge.of("three-1", TEMPLATE, " a", " b", " c");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tone.calibrated(three, MODEL, examples()))
                .withMessageContaining("A tone lies between 2 labels");
    }

    @Test
    void shareIsTheProbabilityAmongTheLabels() {
        var share = Share.of(QUESTION, MODEL, " kind");
        assertThat(share.judge("soup!!!")).isCloseTo(0.5, within(1e-12));
        assertThat(share.judge("soup")).isCloseTo(1 / (1 + Math.exp(3)), within(1e-12));
        assertThat(share.identity()).matches("tone-1 #[0-9a-f]{8} kind by scripted");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Share.of(QUESTION, MODEL, " sour"))
                .withMessage("Judge 'tone-1' has the labels [ kind,  harsh], but not ' sour'.");
    }

    @Test
    void judgesABatchInOrderOnBehalfOfItsCandidates() {
        var calls = new ArrayList<Call<String>>();
        for (int i = 0; i < 5; i++) {
            calls.add(new Call<>(4 - i, "soup" + "!".repeat(i)));
        }
        var context = new CountingContext(Context.unmetered(1, 5));
        List<Double> shares = Share.of(QUESTION, MODEL, " kind").judge(calls, context);
        assertThat(shares).isSorted().hasSize(5);
        assertThat(context.indices).containsExactly(4, 3, 2, 1, 0);
    }

    @Test
    void refusesTemplatesWithoutAPlaceAndTooFewLabels() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LikelihoodJudge.of("x", Template.of("no place"), " a", " b"))
                .withMessage("The template of judge 'x' needs the place {{text}} exactly once.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LikelihoodJudge.of("x", Template.of("{{text}} {{text}}"), " a", " b"));
        assertThatIllegalArgumentException().isThrownBy(() -> LikelihoodJudge.of("x", TEMPLATE, " a"));
        assertThatIllegalArgumentException().isThrownBy(() -> LikelihoodJudge.of("x", TEMPLATE, " a", " a"));
    }

    private static List<LabelledText> examples() {
        return List.of(
                new LabelledText("good!!", "kind"),
                new LabelledText("fine!!", "kind"),
                new LabelledText("bad", "harsh"),
                new LabelledText("poor", "harsh"));
    }
}
