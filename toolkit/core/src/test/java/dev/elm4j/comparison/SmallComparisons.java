package dev.elm4j.comparison;

import dev.elm4j.archive.Axis;
import dev.elm4j.environment.Environment;
import dev.elm4j.environment.Evaluation;
import dev.elm4j.environment.FunctionEnvironment;
import dev.elm4j.functions.Functions;
import dev.elm4j.operator.Caller;
import dev.elm4j.operator.Gaussian;
import dev.elm4j.search.Search;
import dev.elm4j.search.Strategy;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/** What tests of comparisons compare: two strategies on a sphere, and a search that pays for each candidate. */
final class SmallComparisons {

    static final Arm<double[]> INDEPENDENT = Arm.strategy(Strategy.independentSampling());
    static final Arm<double[]> ELITES = Arm.strategy(Strategy.mapElites());

    private SmallComparisons() {}

    static Search<double[]> sphere() {
        return Search.of(Functions.sphere(4)).operators(Gaussian.of(0.5)).name("sphere");
    }

    static Comparison<double[]> small() {
        return Comparison.of(sphere()).arms(INDEPENDENT, ELITES).seeds(1, 2, 3).budget(Cost.CANDIDATES, 200);
    }

    /** A call per candidate but the seeds, of 10 tokens and a thousandth of a US dollar. */
    static Search<String> paid(int batch) {
        UnaryOperator<String> model = request -> request.substring(2);
        var caller = new Caller(model, "%06d");
        return Search.of(lengths()).operators(caller).batch(batch).prices((any, tokens) -> OptionalLong.of(1_000_000));
    }

    private static FunctionEnvironment<String> lengths() {
        return Environment.of("lengths", (String s) -> Evaluation.of(s.hashCode() % 7, s.length()))
                .measures(Axis.of("length", 0, 10))
                .seeds("x");
    }
}
