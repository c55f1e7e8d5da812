package dev.elm4j.judge;

import static java.util.Objects.requireNonNull;

import dev.elm4j.environment.Calls.Call;
import dev.elm4j.environment.Context;
import dev.elm4j.environment.Failure;
import dev.elm4j.model.LikelihoodModel;
import dev.elm4j.model.ModelName;
import java.util.List;
import java.util.Locale;

/**
 * How much likelier the first of two labels is than the second, calibrated on labelled examples; in [-1, 1].
 *
 * <pre>{@code
 * var sentiment = Tone.calibrated(question, model, LabelledText.csv(table));
 * sentiment.calibration();                 // Calibration on 40 examples: centre 0.912, scale 1.203; ...
 * sentiment.judge("The soup was cold.");   // near -1: a harsh sentence
 * }</pre>
 *
 * <p>Its spread is that of a draw that is 1 for the first label and -1 for the second, with the probabilities that the model
 * gives them once its leaning is taken away: 1 at the centre, near 0 where it is sure. Immutable; safe to share between
 * threads.
 */
public final class Tone implements Judge {

    private final LikelihoodJudge question;
    private final LikelihoodModel model;
    private final Calibration calibration;

    private Tone(LikelihoodJudge question, LikelihoodModel model, Calibration calibration) {
        this.question = question;
        this.model = model;
        this.calibration = calibration;
    }

    /** A tone of a known calibration. */
    public static Tone of(LikelihoodJudge question, LikelihoodModel model, Calibration calibration) {
        requireTwo(question);
        return new Tone(question, requireNonNull(model, "model"), requireNonNull(calibration, "calibration"));
    }

    /**
     * Calibrates a tone: asks the model about every example now, one call each. The calls belong to no candidate and to no
     * budget, so that what a candidate costs does not depend on who came first.
     *
     * @param examples labelled as the question is, with or without the leading space; both labels must occur
     * @throws IllegalArgumentException if the question has not two labels, or an example has neither of them
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public static Tone calibrated(LikelihoodJudge question, LikelihoodModel model, List<LabelledText> examples) {
        requireTwo(question);
        double[] first = differences(question, model, examples, 0);
        double[] second = differences(question, model, examples, 1);
        if (first.length + second.length < examples.size()) {
            throw new IllegalArgumentException(
                    "Every example needs one of the labels %s of judge '%s', but some have none."
                            .formatted(question.labels(), question.name()));
        }
        return of(question, model, Calibration.of(first, second));
    }

    /** What its numbers are mapped by. */
    public Calibration calibration() {
        return calibration;
    }

    @Override
    public String identity() {
        return String.format(
                Locale.ROOT,
                "%s by %s, centre %.3f, scale %.3f",
                question.print(),
                ModelName.identity(model),
                calibration.centre(),
                calibration.scale());
    }

    @Override
    public List<Judgement> judgements(List<Call<String>> texts, Context context) {
        return question.ask(texts, context.calls(model)).stream()
                .map(answer ->
                        answer.failure().map(Judgement::failed).orElseGet(() -> judgement(answer.difference(0, 1))))
                .toList();
    }

    private Judgement judgement(double difference) {
        return Double.isNaN(difference)
                ? Judgement.failed(Failure.NOT_FINITE, "The model gives neither label any likelihood.")
                : Judgement.of(
                        calibration.map(difference), 1 / StrictMath.cosh((difference - calibration.centre()) / 2));
    }

    @Override
    public String toString() {
        return identity();
    }

    private static double[] differences(
            LikelihoodJudge question, LikelihoodModel model, List<LabelledText> examples, int label) {
        String wanted = question.labels().get(label).strip();
        List<String> texts = examples.stream()
                .filter(example -> example.label().strip().equals(wanted))
                .map(LabelledText::text)
                .toList();
        return ReferenceTexts.ask(question, model, texts).stream()
                .mapToDouble(answer -> answer.difference(0, 1))
                .toArray();
    }

    private static void requireTwo(LikelihoodJudge question) {
        if (question.labels().size() != 2) {
            throw new IllegalArgumentException("A tone lies between 2 labels, but judge '%s' has %s."
                    .formatted(question.name(), question.labels()));
        }
    }
}
