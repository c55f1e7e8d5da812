package dev.elm4j.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.elm4j.archive.Archive;
import dev.elm4j.archive.Axis;
import dev.elm4j.environment.Codec;
import dev.elm4j.environment.Context;
import dev.elm4j.environment.Environment;
import dev.elm4j.environment.Evaluation;
import dev.elm4j.environment.Failure;
import dev.elm4j.functions.Functions;
import dev.elm4j.operator.Gaussian;
import dev.elm4j.operator.Mixture;
import dev.elm4j.operator.Operator;
import dev.elm4j.operator.Parent;
import dev.elm4j.operator.Plan;
import dev.elm4j.operator.Proposal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
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

    /** Gives what it is told to give, whatever it is asked. */
    private static Environment<String> giving(List<Evaluation> evaluations) {
        var words = TestRuns.words();
        return new Environment<>() {
            @Override
            public String name() {
                return "giving";
            }

            @Override
            public Codec<String> codec() {
                return Codec.string();
            }

            @Override
            public List<Axis> axes() {
                return words.axes();
            }

            @Override
            public List<String> seeds() {
                return words.seeds();
            }

            @Override
            public List<Evaluation> evaluate(List<String> solutions, Context context) {
                return evaluations;
            }
        };
    }

    @Test
    void anEnvironmentThatGivesNothingTooLittleOrNullsMakesFailures() {
        var nulls = new ArrayList<Evaluation>();
        nulls.add(Evaluation.of(1, 2, 'c'));
        nulls.add(null);
        nulls.add(Evaluation.of(1, 3, 'd'));
        var wrong = new ArrayList<List<Evaluation>>(List.of(List.of(), List.of(Evaluation.of(1, 2, 'c')), nulls));
        wrong.add(null);
        for (List<Evaluation> evaluations : wrong) {
            Search<String> search = Search.of(giving(evaluations)).operators(TestRuns.edits(false));
            var candidates = search.ask(3);
            Commits<String> commits = search.tell(candidates, search.evaluate(candidates));
            assertThat(commits.list()).extracting(Commit::word).containsOnly("failed: threw");
            assertThat(((Failure) commits.list().get(0).evaluation()).reason())
                    .startsWith("Environment 'giving' must give 3 results and none null, but gave ");
        }
    }

    @Test
    void listsThatCannotBeAskedForNullAreFine() {
        Environment<String> fixed =
                giving(List.of(Evaluation.of(1, 2, 'c'), Evaluation.of(1, 3, 'd'), Evaluation.of(1, 4, 'e')));
        Search<String> search = Search.of(fixed).operators(TestRuns.edits(false));
        var candidates = search.ask(3);
        assertThat(search.tell(candidates, search.evaluate(candidates)).list())
                .extracting(Commit::word)
                .doesNotContain("failed: threw");
    }

    @Test
    void evaluationsOfOnesOwnNeedAUsageEach() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Evaluations(0, List.of(Evaluation.of(1, 2)), List.of()))
                .withMessage(
                        "Expected one usage per evaluation, but got 0 for 1. Use Usage.NONE where nothing was used.");
    }

    @Test
    void theOnlyOperatorOfAStrategyIsNotChosenByWeights() {
        Search<double[]> search = sphere().operators(Gaussian.of(0.5), Gaussian.of(0.1))
                .mixture(Mixture.weighted(3, 1))
                .strategy(Strategy.randomSearch());
        assertThat(search.run(20).state()).isEqualTo(RunState.DONE);
    }

    /** What half-way leaves a ledger that no journal holds must not go on. */
    @Test
    void aStrategyThatThrowsAtACommitBreaksTheRun() {
        Strategy moody = new Strategy() {
            @Override
            public String name() {
                return "moody";
            }

            @Override
            public <S> Breeding<S> begin(Archive<S> archive, List<S> seeds) {
                return new Breeding<>() {
                    @Override
                    public List<Parent<S>> parents(Operator<S> operator, SplittableRandom random) {
                        return List.of(Parent.ofSeed(0, seeds.get(0)));
                    }

                    @Override
                    public void committed(Commit<S> commit) {
                        if (commit.candidate().number() == 13) {
                            throw new IllegalStateException("not this one");
                        }
                    }
                };
            }
        };
        Search<double[]> search = sphere().strategy(moody);
        assertThatIllegalStateException().isThrownBy(() -> search.run(100)).withMessageContaining("not this one");
        assertThatIllegalStateException().isThrownBy(() -> search.run(10)).withMessageContaining("cannot go on");
        assertThat(search.record().commits()).hasSize(10);
    }

    @Test
    void tellBeforeAskSaysWhatIsMissing() {
        Search<double[]> other = sphere();
        var candidates = other.ask(5);
        var evaluations = other.evaluate(candidates);
        Search<double[]> search = sphere().name("fresh");
        assertThatIllegalStateException()
                .isThrownBy(() -> search.tell(candidates, evaluations))
                .withMessage("Nothing was asked for that could be told or evaluated. Call ask(5) first.");
        assertThatNullPointerException()
                .isThrownBy(() -> search.tell(null, evaluations))
                .withMessage("candidates");
        assertThatNullPointerException()
                .isThrownBy(() -> other.tell(candidates, null))
                .withMessage("evaluations");
        assertThat(search.progress().candidates()).isZero();
    }

    @Test
    void tellingOutOfOrderIsRefused() {
        Search<double[]> search = sphere();
        var first = search.ask(5);
        var evaluations = search.evaluate(first);
        search.ask(3);
        assertThatIllegalStateException()
                .isThrownBy(() -> search.tell(first, evaluations))
                .withMessageContaining("are not those asked for last");
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
