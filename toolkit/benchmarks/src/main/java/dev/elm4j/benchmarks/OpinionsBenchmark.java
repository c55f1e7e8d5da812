package dev.elm4j.benchmarks;

import dev.elm4j.archive.Statistics;
import dev.elm4j.environment.Environment;
import dev.elm4j.environments.opinions.Opinions;
import dev.elm4j.local.LocalModel;
import dev.elm4j.notebook.Models;
import dev.elm4j.prompting.Crossover;
import dev.elm4j.search.Search;
import dev.elm4j.search.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The main job over fixed seeds: the eight seeds and 200 candidates of opinions, evolved, beside as many sampled independently from the same
 * eight seeds. Prints a line per seed and the medians. Arguments: the seeds, default 1 to 5.
 */
public final class OpinionsBenchmark {

    private static final int CANDIDATES = 200;

    private record Outcome(Statistics statistics, double seconds) {}

    private OpinionsBenchmark() {}

    public static void main(String[] arguments) {
        List<Long> seeds = arguments.length == 0
                ? List.of(1L, 2L, 3L, 4L, 5L)
                : java.util.Arrays.stream(arguments).map(Long::valueOf).toList();
        long begin = System.nanoTime();
        try (LocalModel model = Models.local()) {
            Environment<String> opinions = Opinions.about("a restaurant meal", model);
            System.out.printf(
                    Locale.ROOT, "%s%n%s%nloaded and calibrated in %.1f s%n", Host.name(), model, seconds(begin));
            compare(Search.of(opinions).operators(Crossover.lmx(model, 4)), seeds);
        }
        System.out.printf("resident memory %,d MB, peak %,d MB%n", Host.memory("VmRSS"), Host.memory("VmHWM"));
    }

    private static void compare(Search<String> search, List<Long> seeds) {
        System.out.println("seed | evolved: cells, QD score, seconds | independent: cells, QD score, seconds");
        var evolved = new ArrayList<Outcome>();
        var independent = new ArrayList<Outcome>();
        for (long seed : seeds) {
            evolved.add(outcome(search.seed(seed)));
            independent.add(outcome(search.seed(seed).strategy(Strategy.independentSampling())));
            int last = evolved.size() - 1;
            System.out.printf("%4d | %s | %s%n", seed, text(evolved.get(last)), text(independent.get(last)));
        }
        System.out.printf("median | %s | %s%n", medians(evolved), medians(independent));
    }

    private static Outcome outcome(Search<String> search) {
        long begin = System.nanoTime();
        var seeds = search.ask(search.setup().environment().seeds().size());
        search.tell(seeds, search.evaluate(seeds));
        search.run(CANDIDATES);
        return new Outcome(search.progress().statistics(), seconds(begin));
    }

    private static String text(Outcome outcome) {
        return String.format(
                Locale.ROOT,
                "%3d %6.1f %6.1f",
                outcome.statistics().elites(),
                outcome.statistics().qdScore(),
                outcome.seconds());
    }

    private static String medians(List<Outcome> outcomes) {
        return String.format(
                Locale.ROOT,
                "%3.0f %6.1f %6.1f",
                median(outcomes.stream()
                        .map(o -> (double) o.statistics().elites())
                        .toList()),
                median(outcomes.stream().map(o -> o.statistics().qdScore()).toList()),
                median(outcomes.stream().map(Outcome::seconds).toList()));
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
