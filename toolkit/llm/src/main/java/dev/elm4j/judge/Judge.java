package dev.elm4j.judge;

import dev.elm4j.environment.Calls.Call;
import dev.elm4j.environment.Context;
import java.util.List;

/**
 * A model that scores: gives one number to each text.
 *
 * <pre>{@code
 * Judge relevance = Share.of(topics, model, " food");
 * relevance.judge("The soup was cold.");   // near 1: it is about food; outside a search, not metered
 * }</pre>
 *
 * <p>An environment asks for {@link #judgements}, so that a text without a number becomes a failure with its reason, as
 * {@link Judgement#evaluation} does it.
 *
 * <p>Implementations may be called from several threads at once.
 */
public interface Judge {

    /** All that its numbers depend on, in a few words: its name and version, the model, the calibration. */
    String identity();

    /**
     * Scores texts, as one batch where the model can; what is said of a text does not depend on the others.
     *
     * @param texts each with the index of its candidate; at least one
     * @param context the metered way to the model
     * @return one judgement per text, in order
     */
    List<Judgement> judgements(List<Call<String>> texts, Context context);

    /**
     * The numbers alone.
     *
     * @param texts each with the index of its candidate; at least one
     * @param context the metered way to the model
     * @return one number per text, in order; NaN for a text without one, which becomes a failure of kind {@code not finite}
     */
    default List<Double> judge(List<Call<String>> texts, Context context) {
        return judgements(texts, context).stream().map(Judgement::value).toList();
    }

    /** The number of one text, outside a search; NaN if there is none. */
    default double judge(String text) {
        return judgement(text).value();
    }

    /** What it says of one text, outside a search. */
    default Judgement judgement(String text) {
        return judgements(List.of(new Call<>(0, text)), Context.unmetered(0, 1)).get(0);
    }
}
