package dev.elm4j.environments.opinions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elm4j.environment.Failure;
import dev.elm4j.model.Completion;
import dev.elm4j.model.CompletionRequest;
import dev.elm4j.model.ScriptedModel;
import dev.elm4j.prompting.Crossover;
import dev.elm4j.search.Budget;
import dev.elm4j.search.Commit;
import dev.elm4j.search.Search;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The whole way of a candidate, with a script as generator and judge. */
class OpinionsSearchTest {

    private static final List<String> WORDS =
            List.of("the", "soup", "was", "good", "bad", "cold", "and", "so", "lovely", "awful", "bread");

    private static final ScriptedModel MODEL = ScriptedModel.of(prompt -> "")
            .completions(OpinionsSearchTest::write)
            .likelihoods((prompt, label) -> {
                String text = prompt.substring(prompt.lastIndexOf("Sentence: "));
                return switch (label) {
                    case " positive" -> -5 + 0.1 * count(text, 'o');
                    case " food" -> -5 + 0.3 * count(text, 's');
                    default -> -3;
                };
            });

    private static long count(String text, char letter) {
        return text.chars().filter(c -> c == letter).count();
    }

    /** Now and then a single word or a line that does not end; else words by the request's own stream. */
    private static Completion write(CompletionRequest request) {
        var random = new SplittableRandom(request.seed());
        int length = random.nextInt(1, 25);
        var text = new StringBuilder("We");
        for (int i = 1; i < length; i++) {
            text.append(' ').append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return new Completion(
                text.toString(), random.nextInt(20) == 0, request.prompt().length() / 4, length);
    }

    private static Search<String> search() {
        return Search.of(Opinions.about("a restaurant meal", MODEL))
                .operators(Crossover.lmx(MODEL, 4))
                .seed(7);
    }

    @Test
    void fillsTheMapAndCountsFailuresByKind() {
        var search = search();
        search.run(300);
        assertThat(search.archive().size()).isGreaterThan(20);
        var kinds = search.record().commits().stream()
                .filter(commit -> commit.evaluation() instanceof Failure)
                .map(commit -> ((Failure) commit.evaluation()).kind())
                .distinct();
        assertThat(kinds).contains(Failure.CUT_OFF, Failure.NO_SOLUTION);
    }

    @Test
    void booksThreeCallsToACandidateThatWasWrittenAndJudged() {
        var search = search();
        search.run(100);
        for (Commit<String> commit : search.record().commits()) {
            boolean seed = commit.candidate().parents().isEmpty();
            boolean scored = !(commit.evaluation() instanceof Failure);
            assertThat(commit.usage().calls()).isLessThanOrEqualTo(seed ? 2 : 3);
            if (scored) {
                assertThat(commit.usage().calls()).isEqualTo(seed ? 2 : 3);
            }
        }
    }

    @Test
    void isTheSameRunAtAnyNumberOfThreads() {
        var one = search().window(4);
        var four = search().window(4).threads(4);
        one.run(200);
        four.run(200);
        assertThat(four.record().commits()).isEqualTo(one.record().commits());
    }

    @Test
    void stopsAtTheBudgetOfCalls() {
        var search = search().budget(Budget.unlimited().calls(100));
        search.run(500);
        long calls = search.record().commits().stream()
                .mapToLong(c -> c.usage().calls())
                .sum();
        assertThat(calls).isBetween(50L, 100L);
    }
}
