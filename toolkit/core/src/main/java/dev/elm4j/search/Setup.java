package dev.elm4j.search;

import static java.util.Objects.requireNonNull;

import dev.elm4j.archive.Axis;
import dev.elm4j.archive.Tessellation;
import dev.elm4j.environment.Environment;
import dev.elm4j.environment.Pricing;
import dev.elm4j.operator.Backing;
import dev.elm4j.operator.Mixture;
import dev.elm4j.operator.Operator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Everything that decides what a run does. The number of threads is not part of it.
 *
 * @param <S> type of a solution
 * @param name of the run, and of its folder
 * @param environment the problem
 * @param variation who proposes candidates
 * @param strategy where parents come from and what cells keep
 * @param tessellation the cells
 * @param limits where it ends
 * @param schedule seed, batch and window
 * @param models how they are paid and replayed
 */
public record Setup<S>(
        String name,
        Environment<S> environment,
        Variation<S> variation,
        Strategy strategy,
        Tessellation tessellation,
        Limits limits,
        Schedule schedule,
        ModelUse models) {

    /**
     * Who proposes candidates.
     *
     * @param operators one or more, but for a strategy that brings its own
     * @param mixture chooses among them
     */
    public record Variation<S>(List<Operator<S>> operators, Mixture mixture) {

        public Variation {
            operators = List.copyOf(operators);
        }
    }

    /**
     * Where a run ends; not part of its identity, so a run may be prolonged.
     *
     * @param budget hard caps
     * @param rules when it has done enough
     */
    public record Limits(Budget budget, List<StopRule> rules) {

        public Limits {
            rules = List.copyOf(rules);
        }
    }

    /**
     * How the work is cut.
     *
     * @param seed of all random streams
     * @param batch candidates per batch, at least 1
     * @param window batches that are planned ahead of the commits, at least 1
     */
    public record Schedule(long seed, int batch, int window) {}

    /**
     * How models are paid and replayed; not part of a run's identity.
     *
     * @param pricing what their work costs
     * @param cassette where recorded answers are looked for
     */
    public record ModelUse(Pricing pricing, Cassette cassette) {

        /** No price is known, and answers are recorded only. */
        static final ModelUse USUAL = new ModelUse(Pricing.UNKNOWN, Cassette.RECORDING);

        public ModelUse {
            requireNonNull(pricing, "pricing");
            requireNonNull(cassette, "cassette");
        }
    }

    /** The operators of the run: the strategy's own, or those of the search. */
    public List<Operator<S>> operators() {
        return strategy.operator(environment).map(List::of).orElse(variation.operators());
    }

    /** Who writes for the operators, by the operators' names. */
    public Map<String, Backing> backings() {
        return operators().stream().collect(Collectors.toMap(Operator::name, Operator::backing));
    }

    /** The cells of the run's own archive and of the passive one. */
    public RunCells archives() {
        return new RunCells(strategy.cells(tessellation), strategy.policy(), tessellation, seed());
    }

    /** Hard caps. */
    public Budget budget() {
        return limits.budget();
    }

    /** Seed of all random streams. */
    public long seed() {
        return schedule.seed();
    }

    /** Candidates per batch. */
    public int batch() {
        return schedule.batch();
    }

    /** Batches that are planned ahead of the commits. */
    public int window() {
        return schedule.window();
    }

    /** A copy of another name. */
    public Setup<S> name(String name) {
        return new Setup<>(name, environment, variation, strategy, tessellation, limits, schedule, models);
    }

    Setup<S> variation(Variation<S> variation) {
        return new Setup<>(name, environment, variation, strategy, tessellation, limits, schedule, models);
    }

    Setup<S> strategy(Strategy strategy) {
        return new Setup<>(name, environment, variation, strategy, tessellation, limits, schedule, models);
    }

    Setup<S> tessellation(Tessellation tessellation) {
        return new Setup<>(name, environment, variation, strategy, tessellation, limits, schedule, models);
    }

    Setup<S> limits(Limits limits) {
        return new Setup<>(name, environment, variation, strategy, tessellation, limits, schedule, models);
    }

    Setup<S> models(ModelUse models) {
        return new Setup<>(name, environment, variation, strategy, tessellation, limits, schedule, models);
    }

    Setup<S> schedule(Schedule schedule) {
        return new Setup<>(name, environment, variation, strategy, tessellation, limits, schedule, models);
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
        require(!operators().isEmpty(), "Search '%s' has no operator. Call .operators(...).", name);
        requireDistinctOperators();
        require(tessellation != null, "Search '%s' has no axes. Call .axes(Axis.of(...)).", name);
        require(!environment.seeds().isEmpty(), "Environment '%s' has no seeds. Call .seeds(...).", environment.name());
        requireKnownAxes();
        require(batch() >= 1, "A batch needs at least 1 candidate, but was %s.", batch());
        require(window() >= 1, "A window needs at least 1 batch, but was %s.", window());
        return this;
    }

    /** The journal knows operators by name, and so do their earnings. */
    private void requireDistinctOperators() {
        var names = new HashSet<String>();
        for (Operator<S> operator : operators()) {
            require(
                    names.add(operator.name()),
                    "Two operators have the name '%s'; results could not be told apart. Name them differently.",
                    operator.name());
        }
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
