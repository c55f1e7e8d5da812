package dev.elm4j.environments.opinions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.elm4j.archive.Statistics;
import dev.elm4j.local.LocalModel;
import dev.elm4j.prompting.Crossover;
import dev.elm4j.search.Search;
import dev.elm4j.search.Strategy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * The main job over the fixed seeds 1 to 5: the eight seeds and 200 candidates, evolved, beside as many sampled independently. Some ten minutes,
 * so only in the long form of the tests.
 */
@EnabledIfEnvironmentVariable(
        named = "ELM4J_LONG",
        matches = ".+",
        disabledReason = "five seeds of notebook 01 take ten minutes; `test --long` runs them")
class OpinionsSeedsTest {

    private static final int CANDIDATES = 200;

    private record Pair(long seed, Statistics evolved, Statistics independent) {}

    @Test
    void evolutionFillsTheMapBetterThanIndependentSampling() {
        Path home = Optional.ofNullable(System.getenv("ELM4J_HOME"))
                .map(Path::of)
                .orElse(Path.of(System.getProperty("user.home"), ".elm4j"));
        Path file = home.resolve("models/SmolLM2-135M-Instruct.Q4_1.gguf");
        assumeTrue(Files.exists(file), "the default model is not installed");
        try (LocalModel model = LocalModel.of(file)) {
            var search = Search.of(Opinions.about("a restaurant meal", model)).operators(Crossover.lmx(model, 4));
            var pairs = LongStream.rangeClosed(1, 5)
                    .mapToObj(seed -> pair(search.seed(seed)))
                    .toList();
            pairs.forEach(System.out::println);
            assertThat(median(pairs, pair -> pair.evolved().elites())).isGreaterThanOrEqualTo(65);
            assertThat(median(pairs, pair -> pair.evolved().qdScore())).isGreaterThanOrEqualTo(40);
            assertThat(median(pairs, pair -> pair.evolved().qdScore()))
                    .isGreaterThan(median(pairs, pair -> pair.independent().qdScore()));
        }
    }

    private static Pair pair(Search<String> search) {
        var independent = search.strategy(Strategy.independentSampling());
        run(search);
        run(independent);
        return new Pair(
                search.setup().seed(),
                search.progress().statistics(),
                independent.progress().statistics());
    }

    private static void run(Search<String> search) {
        var seeds = search.ask(search.setup().environment().seeds().size());
        search.tell(seeds, search.evaluate(seeds));
        search.run(CANDIDATES);
    }

    private static double median(java.util.List<Pair> pairs, ToDoubleFunction<Pair> value) {
        return pairs.stream().mapToDouble(value).sorted().skip(2).findFirst().orElseThrow();
    }
}
