package dev.elm4j.comparison;

import static java.util.Objects.requireNonNull;

import dev.elm4j.operator.Operator;
import dev.elm4j.search.Search;
import dev.elm4j.search.Strategy;
import java.util.function.UnaryOperator;

/**
 * One of the things that are compared: a name, and what it changes of the base search.
 *
 * <pre>{@code
 * Arm<double[]> bold = Arm.of("bold steps", search -> search.operators(Gaussian.of(2)));
 * Arm<double[]> plain = Arm.strategy(Strategy.independentSampling());
 * bold.name();       // "bold steps"
 * plain.name();      // "independent sampling"
 * }</pre>
 *
 * @param <S> type of a solution
 * @param name for tables, unlike the other arms'
 * @param change gives the search of this arm from the base; seed, name, threads and rules for the end are set afterwards
 */
public record Arm<S>(String name, UnaryOperator<Search<S>> change) {

    /** @throws IllegalArgumentException if the name is blank */
    public Arm {
        requireNonNull(name, "name");
        requireNonNull(change, "change");
        if (name.isBlank()) {
            throw new IllegalArgumentException("An arm needs a name that is not blank, for the table's rows.");
        }
    }

    /** An arm that changes whatever it likes; a whole other search is {@code base -> other}. */
    public static <S> Arm<S> of(String name, UnaryOperator<Search<S>> change) {
        return new Arm<>(name, change);
    }

    /** The base search with this strategy, under the strategy's name. */
    public static <S> Arm<S> strategy(Strategy strategy) {
        requireNonNull(strategy, "strategy");
        return new Arm<>(strategy.name(), search -> search.strategy(strategy));
    }

    /** The base search with this one operator, under the operator's name. */
    public static <S> Arm<S> operator(Operator<S> operator) {
        requireNonNull(operator, "operator");
        return new Arm<>(operator.name(), search -> search.operators(operator));
    }

    /** The base search as this arm has it; what is wrong with it names the arm. */
    Search<S> from(Search<S> base) {
        try {
            return requireNonNull(change.apply(base), "its change gave null; it must give a search");
        } catch (RuntimeException wrong) {
            throw cannotRun(wrong);
        }
    }

    IllegalArgumentException cannotRun(RuntimeException wrong) {
        return new IllegalArgumentException("Arm '%s' cannot run: %s".formatted(name, wrong.getMessage()), wrong);
    }
}
