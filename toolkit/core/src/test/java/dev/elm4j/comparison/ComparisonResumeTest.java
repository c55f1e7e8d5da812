package dev.elm4j.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.elm4j.archive.Axis;
import dev.elm4j.comparison.Ending.Kind;
import dev.elm4j.environment.Environment;
import dev.elm4j.environment.Evaluation;
import dev.elm4j.journal.Journal;
import dev.elm4j.operator.Gaussian;
import dev.elm4j.search.Run;
import dev.elm4j.search.RunOpener;
import dev.elm4j.search.Search;
import dev.elm4j.search.Setup;
import dev.elm4j.search.Strategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Comparisons of runs with journals, each from a new session. */
@Timeout(60)
class ComparisonResumeTest {

    @TempDir
    Path home;

    private final AtomicLong evaluated = new AtomicLong();

    private Comparison<double[]> session(long budget) {
        var ridge = Environment.of("ridge", (double[] x) -> {
                    evaluated.incrementAndGet();
                    return Evaluation.of(100 - x[0] * x[0], x[0], x[1]);
                })
                .measures(Axis.of("x", -10, 10), Axis.of("y", -10, 10))
                .seeds(new double[2]);
        RunOpener opener = new RunOpener() {
            @Override
            public <S> Run<S> open(Setup<S> setup, int threads) {
                return new Run<>(setup, threads, Journal.open(home.resolve(setup.name()), setup));
            }
        };
        return Comparison.of(Search.of(ridge, opener).operators(Gaussian.of(0.5)))
                .arms(Arm.strategy(Strategy.independentSampling()), Arm.strategy(Strategy.mapElites()))
                .seeds(1, 2)
                .budget(Cost.CANDIDATES, budget)
                .threads(2);
    }

    private ComparisonTable table(long budget) {
        try (Comparison<double[]> session = session(budget)) {
            return session.run();
        }
    }

    private List<String> folders() throws IOException {
        try (Stream<Path> files = Files.list(home)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aFinishedComparisonIsReadWithoutAnEvaluation() throws IOException {
        ComparisonTable first = table(100);
        assertThat(evaluated).hasValue(400);
        assertThat(folders())
                .containsExactly(
                        "ridge-MAP-Elites-1",
                        "ridge-MAP-Elites-2",
                        "ridge-independent-sampling-1",
                        "ridge-independent-sampling-2");
        assertThat(table(100)).isEqualTo(first);
        assertThat(evaluated).hasValue(400);
    }

    @Test
    void aGreaterBudgetGoesOnAndASmallerOneReadsTheHistory() {
        ComparisonTable small = table(60);
        ComparisonTable great = table(100);
        assertThat(evaluated).hasValue(400);
        assertThat(table(60)).isEqualTo(small);
        assertThat(table(100)).isEqualTo(great);
        assertThat(evaluated).hasValue(400);
    }

    @Test
    void anInterruptedComparisonGoesOnInTheNextSession() {
        try (Comparison<double[]> session = session(4_000)) {
            Thread caller = Thread.currentThread();
            Comparison<double[]> torn =
                    session.listen(run -> caller.interrupt()).threads(1);
            ComparisonTable partial = torn.run();
            assertThat(Thread.interrupted()).isTrue();
            assertThat(partial.notes().get(0)).startsWith("Interrupted");
            torn.close();
        }
        assertThat(evaluated.get()).isLessThan(16_000);
        ComparisonTable table = table(4_000);
        assertThat(table.notes()).noneMatch(note -> note.contains("at the budget"));
        assertThat(evaluated.get()).isBetween(16_000L, 16_020L); // what was under way at the interrupt is done again
    }

    @Test
    void aRunThatSomebodyElseWritesIsLeftOutAndNamed() {
        try (Comparison<double[]> other = session(20)) {
            other.run();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> session(20).run()) // the first seeds are opened before anything runs
                    .withMessageContaining("Arm 'independent sampling' cannot run: ")
                    .withMessageContaining("Somebody else writes");
        }
    }

    @Test
    void aJournalThatCannotBeReadLeavesItsRunOut() throws IOException {
        Path folder = Files.createDirectories(home.resolve("ridge-MAP-Elites-2"));
        Files.writeString(folder.resolve("journal.jsonl"), "no journal\n");
        ComparisonTable table = table(20);
        assertThat(table.runs().get(3).ending().kind()).isEqualTo(Kind.BROKEN);
        assertThat(table.row("MAP-Elites", "coverage").n()).isEqualTo(1);
        assertThat(table.notes())
                .anyMatch(note ->
                        note.contains("'MAP-Elites', seed 2, broke and is left out") && note.contains("journal.jsonl"));
    }
}
