package dev.elm4j.judge;

import static java.util.Objects.requireNonNull;

import dev.elm4j.environment.Calls.Call;
import dev.elm4j.environment.Context;
import dev.elm4j.text.Fingerprint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A judge that asks only once about a text that occurs several times in a batch, and not at all about texts that it knew
 * before the run.
 *
 * <pre>{@code
 * Judge once = Cached.of(Share.of(question, model, " positive"));
 * Judge known = Cached.of(Share.of(question, model, " positive"), List.of("The soup was cold."));   // asked now
 * known.judge("The soup was cold.");   // costs nothing
 * }</pre>
 *
 * <p>It keeps nothing from one batch to the next. If it did, the candidate that pays for a text would be the one whose batch
 * happened to come first, so costs, budgets and with them the end of a run would depend on threads. Between runs the cassette
 * keeps the answers; within a run a text that is proposed again is a copy, which the search does not take in anyway. Of equal
 * texts in a batch the first one pays.
 *
 * <p>Immutable; safe to share between threads if the judge is.
 */
public final class Cached implements Judge {

    private final Judge judge;
    private final Map<String, Judgement> known;

    private Cached(Judge judge, Map<String, Judgement> known) {
        this.judge = judge;
        this.known = known;
    }

    /** The judge, asked once about equal texts of a batch. */
    public static Cached of(Judge judge) {
        return new Cached(requireNonNull(judge, "judge"), Map.of());
    }

    /**
     * The judge with what it says of these texts, which is asked now, in no budget; one that it fails at is asked again.
     *
     * @param texts such as the seeds of an environment
     */
    public static Cached of(Judge judge, List<String> texts) {
        List<String> different = texts.stream().distinct().toList();
        List<Judgement> judgements = ReferenceTexts.judge(requireNonNull(judge, "judge"), different);
        var known = new HashMap<String, Judgement>();
        for (int i = 0; i < different.size(); i++) {
            if (judgements.get(i).failure().isEmpty()) {
                known.put(different.get(i), judgements.get(i));
            }
        }
        return new Cached(judge, Map.copyOf(known));
    }

    /** That of the judge, and which texts are known: their judgements are older than the run. */
    @Override
    public String identity() {
        List<String> texts = known.entrySet().stream()
                .map(entry -> entry.getKey() + '\0' + entry.getValue())
                .sorted()
                .toList();
        return judge.identity()
                + (known.isEmpty()
                        ? ", cached"
                        : ", cached with %d #%s".formatted(known.size(), Fingerprint.of(texts)));
    }

    @Override
    public List<Judgement> judgements(List<Call<String>> texts, Context context) {
        var asked = new LinkedHashMap<String, Call<String>>();
        for (Call<String> text : texts) {
            if (!known.containsKey(text.request())) {
                asked.putIfAbsent(text.request(), text);
            }
        }
        var answers = new HashMap<>(known);
        if (!asked.isEmpty()) {
            List<Judgement> given = judge.judgements(new ArrayList<>(asked.values()), context);
            int next = 0;
            for (String text : asked.keySet()) {
                answers.put(text, given.get(next++));
            }
        }
        return texts.stream().map(text -> answers.get(text.request())).toList();
    }

    @Override
    public String toString() {
        return identity();
    }
}
