package dev.elm4j.judge;

import static java.util.Objects.requireNonNull;

import dev.elm4j.environment.Calls.Call;
import dev.elm4j.environment.Context;
import dev.elm4j.text.Fingerprint;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A judge whose values are mapped onto another range, such as that of an axis or of people's scores.
 *
 * <pre>{@code
 * Judge share = Share.of(question, model, " positive");
 * Scaled.of(share, Scaling.linear(0.2, 0.8, -1, 1));                                       // a range that is known
 * Scaled.fitted(share, ScoredText.of(examples, "negative", "positive")).scaling();         // one learned from people
 * }</pre>
 *
 * <p>The spread is scaled by the slope at the value. Immutable; safe to share between threads if the judge is.
 */
public final class Scaled implements Judge {

    private final Judge judge;
    private final Scaling scaling;

    private Scaled(Judge judge, Scaling scaling) {
        this.judge = judge;
        this.scaling = scaling;
    }

    /** The judge's values, mapped so. */
    public static Scaled of(Judge judge, Scaling scaling) {
        return new Scaled(requireNonNull(judge, "judge"), requireNonNull(scaling, "scaling"));
    }

    /**
     * Values in the unit of people's scores, by {@link Scaling#isotonic}; judges the examples now, in no budget.
     *
     * @param examples some hundred; those that the judge fails at are left out
     * @throws IllegalArgumentException if there is none
     */
    public static Scaled fitted(Judge judge, List<ScoredText> examples) {
        List<String> texts = examples.stream().map(ScoredText::text).toList();
        List<Judgement> judgements = ReferenceTexts.judge(judge, texts);
        var values = new ArrayList<Double>();
        var scores = new ArrayList<Double>();
        for (int i = 0; i < examples.size(); i++) {
            if (judgements.get(i).failure().isEmpty()) {
                values.add(judgements.get(i).value());
                scores.add(examples.get(i).score());
            }
        }
        return of(judge, Scaling.isotonic(values, scores));
    }

    /** How values are mapped. */
    public Scaling scaling() {
        return scaling;
    }

    @Override
    public String identity() {
        return "%s, scaled #%s".formatted(judge.identity(), Fingerprint.of(List.of(scaling.toString())));
    }

    @Override
    public List<Judgement> judgements(List<Call<String>> texts, Context context) {
        return judge.judgements(texts, context).stream().map(this::scaled).toList();
    }

    private Judgement scaled(Judgement judgement) {
        if (judgement.failure().isPresent()) {
            return judgement;
        }
        double value = judgement.value();
        OptionalDouble spread = judgement.spread().isPresent()
                ? OptionalDouble.of(judgement.spread().getAsDouble() * scaling.slope(value))
                : OptionalDouble.empty();
        return new Judgement.Given(scaling.map(value), spread, judgement.samples(), judgement.dropped());
    }

    @Override
    public String toString() {
        return identity();
    }
}
