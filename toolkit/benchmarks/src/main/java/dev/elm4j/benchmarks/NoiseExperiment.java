package dev.elm4j.benchmarks;

import dev.elm4j.archive.Archive;
import dev.elm4j.archive.CellPolicy;
import dev.elm4j.archive.Elite;
import dev.elm4j.comparison.Arm;
import dev.elm4j.comparison.Comparison;
import dev.elm4j.comparison.ComparisonTable;
import dev.elm4j.comparison.Cost;
import dev.elm4j.environment.Context;
import dev.elm4j.environment.Environment;
import dev.elm4j.environment.Evaluation;
import dev.elm4j.environment.Score;
import dev.elm4j.functions.Functions;
import dev.elm4j.operator.Gaussian;
import dev.elm4j.search.RunOpener;
import dev.elm4j.search.Search;
import dev.elm4j.search.Strategy;
import java.util.List;
import java.util.stream.LongStream;

/**
 * MAP-Elites, top-D and Deep-Grid under noise: an elite that was only lucky cannot be driven out of plain MAP-Elites. What
 * counts is the true QD score: the map that a user gets, each elite with its objective without noise. Top-D comes out as
 * MAP-Elites exactly, for its parents are the best of their cells; its depth is of use only to a run that evaluates its
 * elites again on the way. Arguments: evaluations per run, then seeds, then depth.
 */
public final class NoiseExperiment {

    private static final long EVALUATIONS = 20_000;
    private static final int SEEDS = 10;
    private static final int DEPTH = 10;

    /**
     * What is evaluated with noise.
     *
     * @param truth the problem without noise
     * @param sigma of the Gaussian variation
     * @param least possible objective, so that an elite is always worth more than an empty cell
     * @param noises standard deviations, in units of the objective
     */
    private record Problem(Environment<double[]> truth, double sigma, double least, List<Double> noises) {}

    private static final List<Problem> PROBLEMS = List.of(
            new Problem(Functions.sphere(10), 0.3, 0, List.of(0.0, 1.0, 5.0, 20.0)),
            new Problem(Functions.arm(8), 0.2, -StrictMath.PI * StrictMath.PI, List.of(0.0, 0.1, 0.5, 2.0)));

    private static final String TRUE_SCORE = "true QD score";
    private static final String LUCK = "minus luck per elite";

    private NoiseExperiment() {}

    public static void main(String[] arguments) {
        long evaluations = arguments.length > 0 ? Long.parseLong(arguments[0]) : EVALUATIONS;
        int seeds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : SEEDS;
        int depth = arguments.length > 2 ? Integer.parseInt(arguments[2]) : DEPTH;
        System.out.println(Host.name());
        for (Problem problem : PROBLEMS) {
            for (double noise : problem.noises()) {
                System.out.println("%n%s, gaussian(%s), depth %d, noise of standard deviation %s%n%s"
                        .formatted(
                                problem.truth().name(),
                                problem.sigma(),
                                depth,
                                noise,
                                compared(problem, noise, depth, evaluations, seeds)));
            }
        }
    }

    private static ComparisonTable compared(Problem problem, double noise, int depth, long evaluations, int seeds) {
        Search<double[]> base = Search.of(Functions.noisy(problem.truth(), noise), RunOpener.forgetful())
                .operators(Gaussian.of(problem.sigma()))
                .batch(20);
        return Comparison.of(base)
                .arms(
                        Arm.strategy(Strategy.mapElites()),
                        Arm.of("top-D", search -> search.strategy(Strategy.mapElites(CellPolicy.top(depth)))),
                        Arm.of("Deep-Grid", search -> search.strategy(Strategy.deepGrid(depth))))
                .seeds(LongStream.rangeClosed(1, seeds).toArray())
                .budget(Cost.CANDIDATES, evaluations)
                .threads(Runtime.getRuntime().availableProcessors())
                .offset(problem.least())
                .metric(TRUE_SCORE, search -> trueScore(search.archive(), problem))
                .metric(LUCK, search -> -luck(search.archive(), problem))
                .run();
    }

    private static double trueScore(Archive<double[]> archive, Problem problem) {
        return scores(archive, problem.truth()).stream()
                .mapToDouble(score -> score.objective() - problem.least())
                .sum();
    }

    /** How much more the elites seem to be worth than they are. */
    private static double luck(Archive<double[]> archive, Problem problem) {
        double seeming = archive.statistics().qdScore(problem.least());
        return (seeming - trueScore(archive, problem)) / archive.size();
    }

    private static List<Score> scores(Archive<double[]> archive, Environment<double[]> truth) {
        List<double[]> solutions =
                archive.elites().stream().map(Elite::solution).toList();
        List<Evaluation> evaluations = truth.evaluate(solutions, Context.unmetered(0, solutions.size()));
        return evaluations.stream().map(Score.class::cast).toList();
    }
}
