package dev.elm4j.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.elm4j.archive.Axis;
import dev.elm4j.environment.Attempts;
import dev.elm4j.environment.BudgetExhausted;
import dev.elm4j.environment.Environment;
import dev.elm4j.environment.Evaluation;
import dev.elm4j.environment.RunEnded;
import dev.elm4j.environment.TextForm;
import dev.elm4j.search.RunReport;
import dev.elm4j.search.RunState;
import dev.elm4j.search.Search;
import dev.elm4j.search.TestRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All that ends a run, thrown wherever somebody's code may throw it: the run ends there, and nothing fails for it. */
class RunEndedTest {

    @TempDir
    Path home;

    private final AtomicBoolean isGone = new AtomicBoolean(true);

    @AutoClose
    private RunFolders runs;

    @BeforeEach
    void openRuns() {
        runs = new RunFolders(home);
    }

    static Stream<Class<?>> ends() {
        return Arrays.stream(RunEnded.class.getPermittedSubclasses());
    }

    private static RunEnded made(Class<?> end) {
        try {
            return (RunEnded) end.getConstructor(String.class).newInstance("It is gone.");
        } catch (ReflectiveOperationException fault) {
            throw new AssertionError(fault);
        }
    }

    @ParameterizedTest
    @MethodSource("ends")
    void isPassedOnLikeAStop(Class<?> end) {
        assertThatExceptionOfType(RunEnded.class)
                .isThrownBy(() -> RunEnded.rethrow(made(end)))
                .isExactlyInstanceOf(end)
                .withMessage("It is gone.");
    }

    @Test
    void whatIsNoEndIsLeftToWhoeverCaughtIt() {
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> RunEnded.rethrow(new CancellationException()));
        assertThatCode(() -> RunEnded.rethrow(new IllegalStateException(new BudgetExhausted("spent"))))
                .doesNotThrowAnyException();
        assertThatCode(() -> RunEnded.rethrow(new StackOverflowError())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("ends")
    void thrownByAScoreItEndsTheRunAndCommitsNothingOfItsBatch(Class<?> end) throws IOException {
        var scoring = Environment.of("scoring", (String word) -> {
                    if (isGone.get() && word.length() > 4) {
                        throw made(end);
                    }
                    return Evaluation.of(word.length(), 0.5);
                })
                .measures(Axis.of("half", 0, 1))
                .seeds("one", "two");
        Search<String> search = Search.of(scoring, runs)
                .operators(TestRuns.edits(false))
                .batch(2)
                .name("run");
        requireEnded(search, 200, end);
        long committed = search.progress().candidates();
        isGone.set(false);
        assertThat(search.run(200).state()).isEqualTo(RunState.DONE);
        assertThat(search.progress().candidates()).isEqualTo(committed + 200);
        assertThat(Files.readString(runs.file("run"))).doesNotContain("It is gone");
    }

    @ParameterizedTest
    @MethodSource("ends")
    void thrownByAnExchangeItIsNoAnswerOfTheCassette(Class<?> end) throws IOException {
        var exchange = new TextForm() {
            @Override
            public List<String> perform(UnaryOperator<String> model, List<String> requests, Attempts attempts) {
                if (isGone.get()) {
                    throw made(end);
                }
                return TextForm.super.perform(model, requests, attempts);
            }
        };
        var asking = new Asking(Asking::alike, exchange, "Please");
        Search<String> search = Search.of(asking.environment(), runs)
                .operators(asking.operator())
                .batch(4)
                .seed(11)
                .name("run");
        requireEnded(search, 40, end);
        Path cassette = runs.folder("run").resolve("cassette.jsonl");
        assertThat(Files.exists(cassette) ? Files.readString(cassette) : "").doesNotContain("\"threw\":");
        isGone.set(false);
        assertThat(search.run(40).state()).isEqualTo(RunState.DONE);
        assertThat(Files.readString(runs.file("run"))).doesNotContain("It is gone");
    }

    /** A spent budget is a state of its report, all else a complaint. */
    private static void requireEnded(Search<String> search, int candidates, Class<?> end) {
        if (end == BudgetExhausted.class) {
            RunReport report = search.run(candidates);
            assertThat(report.state()).isEqualTo(RunState.BUDGET_SPENT);
            assertThat(report.toString()).contains("It is gone.");
        } else {
            assertThatIllegalStateException()
                    .isThrownBy(() -> search.run(candidates))
                    .withMessageContaining("It is gone.");
        }
    }
}
