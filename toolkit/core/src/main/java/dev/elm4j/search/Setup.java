package dev.elm4j.search;

import dev.elm4j.archive.Axis;
import dev.elm4j.archive.Tessellation;
import dev.elm4j.environment.Environment;
import dev.elm4j.operator.Operator;
import java.util.List;

/**
 * Everything that decides what a run does. The number of threads is not part of it.
 *
 * @param <S> type of a solution
 * @param name of the run, and of its folder
 * @param environment the problem
 * @param operators at least one; each candidate's operator is drawn uniformly
 * @param strategy where parents come from
 * @param tessellation the cells
 * @param budget hard caps
 * @param seed of all random streams
 * @param batch candidates per batch, at least 1
 * @param window batches that are planned ahead of the commits, at least 1
 */
public record Setup<S>(
        String name,
        Environment<S> environment,
        List<Operator<S>> operators,
        Strategy strategy,
        Tessellation tessellation,
        Budget budget,
        long seed,
        int batch,
        int window) {

    Setup<S> operators(List<Operator<S>> operators) {
        return new Setup<>(name, environment, operators, strategy, tessellation, budget, seed, batch, window);
    }

    Setup<S> strategy(Strategy strategy) {
        return new Setup<>(name, environment, operators, strategy, tessellation, budget, seed, batch, window);
    }

    Setup<S> tessellation(Tessellation tessellation) {
        return new Setup<>(name, environment, operators, strategy, tessellation, budget, seed, batch, window);
    }

    Setup<S> budget(Budget budget) {
        return new Setup<>(name, environment, operators, strategy, tessellation, budget, seed, batch, window);
    }

    Setup<S> seed(long seed) {
        return new Setup<>(name, environment, operators, strategy, tessellation, budget, seed, batch, window);
    }

    /** A copy of another name. */
    public Setup<S> name(String name) {
        return new Setup<>(name, environment, operators, strategy, tessellation, budget, seed, batch, window);
    }

    Setup<S> batch(int batch) {
        return new Setup<>(name, environment, operators, strategy, tessellation, budget, seed, batch, window);
    }

    Setup<S> window(int window) {
        return new Setup<>(name, environment, operators, strategy, tessellation, budget, seed, batch, window);
    }

    /** The cells in a few words, such as {@code length x sentiment, 100 cells}. */
    String cells() {
        return tessellation == null
                ? "no axes"
                : "%s, %,d cells"
                        .formatted(
                                String.join(
                                        " x ",
                                        tessellation.axes().stream()
                                                .map(Axis::name)
                                                .toList()),
                                tessellation.cells());
    }

    /** This setup, if a run can begin with it. */
    Setup<S> checked() {
        require(
                name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}"),
                "The name '%s' cannot be a folder's: use 1 to 64 letters, digits, '.', '_' or '-'.",
                name);
        require(!operators.isEmpty(), "Search '%s' has no operator. Call .operators(...).", name);
        require(tessellation != null, "Search '%s' has no axes. Call .axes(Axis.of(...)).", name);
        require(!environment.seeds().isEmpty(), "Environment '%s' has no seeds. Call .seeds(...).", environment.name());
        requireKnownAxes();
        require(batch >= 1, "A batch needs at least 1 candidate, but was %s.", batch);
        require(window >= 1, "A window needs at least 1 batch, but was %s.", window);
        return this;
    }

    /** The axes must be those that the environment measures, in its order: else numbers would go to wrong axes unseen. */
    private void requireKnownAxes() {
        List<String> measured = names(environment.axes());
        List<String> wanted = names(tessellation.axes());
        if (!measured.isEmpty() && !measured.equals(wanted)) {
            throw new IllegalArgumentException(
                    "Environment '%s' measures %s, in this order, but the search has the axes %s. Name them alike; ranges and bins are free."
                            .formatted(environment.name(), String.join(", ", measured), String.join(", ", wanted)));
        }
    }

    private static List<String> names(List<Axis> axes) {
        return axes.stream().map(Axis::name).toList();
    }

    private static void require(boolean condition, String message, Object value) {
        if (!condition) {
            throw new IllegalArgumentException(message.formatted(value));
        }
    }
}
