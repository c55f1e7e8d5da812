package dev.elm4j.notebook;

import static java.util.Objects.requireNonNull;

import dev.elm4j.environment.Calls.Call;
import dev.elm4j.environment.Context;
import dev.elm4j.environment.Usage;
import dev.elm4j.judge.Judge;
import dev.elm4j.judge.Judgement;
import dev.elm4j.kernel.Notebook;
import dev.elm4j.operator.Operator;
import dev.elm4j.operator.Parent;
import dev.elm4j.operator.Plan;
import dev.elm4j.operator.Proposal;
import dev.elm4j.search.Candidate;
import dev.elm4j.search.Candidates;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Tries an operator or a judge by hand, before a search does: what would it make of these parents, what would it say of these
 * texts?
 *
 * <pre>{@code
 * Trial.of(Crossover.lmx(model, 2), "The soup was hot.", "The steak was cold.");            // three candidates
 * Trial.of(Crossover.lmx(model, 2), List.of("The soup was hot.", "The steak was cold."), 10);
 * }</pre>
 *
 * <p>Nothing is recorded, and no budget is charged; what the model answers is paid all the same.
 */
public final class Trial {

    static {
        Notebook.attach();
    }

    private static final int USUAL = 3;

    private Trial() {}

    /**
     * Three candidates of these parents, each with its prompt and answer; the same each time, if the model allows it.
     *
     * @param parents in the order of the prompt; at least as many as the operator wants, of which it gets the first
     * @throws IllegalArgumentException if there are too few parents
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <S> Candidates<S> of(Operator<S> operator, S... parents) {
        return of(operator, List.of(parents), USUAL);
    }

    /**
     * So many candidates of these parents.
     *
     * @param parents in the order of the prompt; at least as many as the operator wants, of which it gets the first
     * @param candidates at least 1
     * @throws IllegalArgumentException if there are fewer parents than {@link Operator#parents} (in a search an operator gets
     *     fewer only while the archive holds fewer), or no candidates
     */
    public static <S> Candidates<S> of(Operator<S> operator, List<S> parents, int candidates) {
        requireNonNull(operator, "operator");
        return Sentence.orValue(() -> tried(operator, parents, candidates));
    }

    /**
     * What a judge says of these texts: text, value, spread (standard deviation, missing if unknown), and the reason where
     * there is no value.
     */
    public static Table judge(Judge judge, String... texts) {
        requireNonNull(judge, "judge");
        var calls = new ArrayList<Call<String>>();
        for (int i = 0; i < texts.length; i++) {
            calls.add(new Call<>(i, texts[i]));
        }
        List<Judgement> judgements = calls.isEmpty()
                ? List.of()
                : Sentence.orValue(() -> judge.judgements(calls, Context.unmetered(1, calls.size())));
        return Table.create(
                judge.toString(),
                StringColumn.create("text", texts),
                DoubleColumn.create("value", judgements.stream().mapToDouble(Judgement::value)),
                DoubleColumn.create("spread", judgements.stream().mapToDouble(one -> one.spread()
                        .orElse(Double.NaN))),
                StringColumn.create("reason", judgements.stream().map(one -> one.failure()
                        .map(failure -> failure.kind() + ": " + failure.reason())
                        .orElse(""))));
    }

    private static <S> Candidates<S> tried(Operator<S> operator, List<S> parents, int candidates) {
        requireEnough(operator, parents.size(), candidates);
        var given = new ArrayList<Parent<S>>();
        for (int i = 0; i < operator.parents(); i++) {
            given.add(Parent.ofSeed(i, parents.get(i)));
        }
        List<Plan<S>> plans = IntStream.range(0, candidates)
                .mapToObj(i -> new Plan<>(i, i, given))
                .toList();
        return numbered(operator, plans, operator.propose(plans, Context.unmetered(1, candidates)));
    }

    private static void requireEnough(Operator<?> operator, int parents, int candidates) {
        if (candidates < 1) {
            throw new IllegalArgumentException("A trial of '%s' needs at least 1 candidate, but was asked for %d."
                    .formatted(operator.name(), candidates));
        }
        if (parents < operator.parents()) {
            throw new IllegalArgumentException(
                    "A trial of '%s' needs %d parents, but got %d. Give as many solutions to start from, in the order of the prompt."
                            .formatted(operator.name(), operator.parents(), parents));
        }
    }

    private static <S> Candidates<S> numbered(Operator<S> operator, List<Plan<S>> plans, List<Proposal<S>> proposals) {
        var list = new ArrayList<Candidate<S>>();
        for (int i = 0; i < proposals.size(); i++) {
            List<Long> parents =
                    plans.get(i).parents().stream().map(Parent::candidate).toList();
            list.add(new Candidate<>(i, 0, operator.name(), parents, proposals.get(i), Optional.empty()));
        }
        return new Candidates<>(0, list, Collections.nCopies(list.size(), Usage.NONE));
    }
}
