package dev.elm4j.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.elm4j.archive.Axis;
import dev.elm4j.environment.Context;
import dev.elm4j.environment.Environment;
import dev.elm4j.environment.Evaluation;
import dev.elm4j.functions.Functions;
import dev.elm4j.operator.Gaussian;
import dev.elm4j.operator.Operator;
import dev.elm4j.operator.Plan;
import dev.elm4j.operator.Proposal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What somebody does wrong, and what they are told. */
class WrongInputTest {

    private static Search<double[]> sphere() {
        return Search.of(Functions.sphere(4)).operators(Gaussian.of(0.5)).seed(3);
    }

    @Test
    void anEnvironmentThatThrowsMakesFailuresThatSayWhat() {
        Environment<String> broken = Environment.of("broken", (String s) -> {
                    throw new IllegalStateException("no luck with " + s);
                })
                .measures(Axis.of("length", 0, 10))
                .seeds("a", "b");
        Search<String> search = Search.of(broken).operators(TestRuns.edits(false));
        RunReport report = search.run(10);
        assertThat(report.state()).isEqualTo(RunState.DONE);
        assertThat(report.message()).contains("All failed").contains("no luck with");
        assertThat(search.archive().isEmpty()).isTrue();
    }

    @Test
    void wrongMeasuresAndNumbersThatAreNotFiniteAreFailures() {
        Environment<String> odd = Environment.of("odd", (String s) -> switch (s) {
                    case "nan" -> Evaluation.of(Double.NaN, 1);
                    case "inf" -> Evaluation.of(1, Double.POSITIVE_INFINITY);
                    case "two" -> Evaluation.of(1, 1, 2);
                    case "null" -> null;
                    default -> Evaluation.of(1, 1);
                })
                .measures(Axis.of("m", 0, 10))
                .seeds("nan", "inf", "two", "null", "fine");
        Search<String> search = Search.of(odd).operators(TestRuns.edits(false));
        var candidates = search.ask(5);
        Commits<String> commits = search.tell(candidates, search.evaluate(candidates));
        assertThat(commits.list())
                .extracting(Commit::word)
                .containsExactly(
                        "failed: not finite", "failed: not finite", "failed: wrong measures", "failed: threw", "new");
    }

    @Test
    void anOperatorThatGivesTooLittleMakesFailures() {
        Operator<String> lazy = new Operator<>() {
            @Override
            public String name() {
                return "lazy";
            }

            @Override
            public List<Proposal<String>> propose(List<Plan<String>> plans, Context context) {
                return List.of();
            }
        };
        Search<String> search = Search.of(TestRuns.words()).operators(lazy);
        search.run(10);
        assertThat(search.progress().failures()).isEqualTo(7);
    }

    @Test
    void tellingTwiceIsRefusedWithTheWayOut() {
        Search<double[]> search = sphere();
        var candidates = search.ask(5);
        var evaluations = search.evaluate(candidates);
        search.tell(candidates, evaluations);
        assertThatIllegalStateException()
                .isThrownBy(() -> search.tell(candidates, evaluations))
                .withMessageContaining("told before")
                .withMessageContaining("ask(5)");
        assertThat(search.progress().candidates()).isEqualTo(5);
    }

    @Test
    void evaluationsOfAnotherBatchAreRefused() {
        Search<double[]> search = sphere();
        var first = search.ask(5);
        var evaluations = search.evaluate(first);
        search.tell(first, evaluations);
        var second = search.ask(5);
        assertThatIllegalArgumentException().isThrownBy(() -> search.tell(second, evaluations));
        assertThatIllegalStateException().isThrownBy(() -> search.tell(first, search.evaluate(second)));
    }

    @Test
    void setupsThatCannotRunSayWhatIsMissing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Search.of(Functions.sphere(2)).run(10))
                .withMessageContaining("no operator");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sphere().batch(0).run(10))
                .withMessageContaining("at least 1 candidate");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sphere().name("../up").run(10))
                .withMessageContaining("cannot be a folder's");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sphere().run(-1))
                .withMessageContaining("but was asked for -1");
        assertThatIllegalArgumentException().isThrownBy(() -> sphere().ask(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Budget.candidates(0))
                .withMessageContaining("at least 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Search.of(Environment.of("bare", (String s) -> Evaluation.of(1, 1))
                                .seeds("a"))
                        .operators(TestRuns.edits(false))
                        .run(1))
                .withMessageContaining("no axes");
    }

    @Test
    void aListenerThatThrowsIsDroppedAndNamed() {
        Search<double[]> search = sphere();
        search.listen(new SearchListener<double[]>() {
            @Override
            public void committed(List<Commit<double[]>> batch, Progress progress) {
                throw new IllegalStateException("cannot watch");
            }
        });
        RunReport report = search.run(30);
        assertThat(report.committed()).isEqualTo(30);
        assertThat(report.message()).contains("cannot watch");
        assertThat(search.run(10).message()).doesNotContain("cannot watch");
    }

    @Test
    void axesThatTheEnvironmentDoesNotMeasureAreRefusedBeforeAnythingRuns() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sphere().axes(Axis.of("mood", 0, 1)).run(10))
                .withMessageContaining("measures first half, second half")
                .withMessageContaining("mood");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sphere().axes(Axis.of("second half", 0, 1), Axis.of("first half", 0, 1))
                        .run(10))
                .withMessageContaining("in this order");
    }
}
