package dev.elm4j.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.elm4j.environment.Exchange;
import dev.elm4j.environment.Pricing;
import dev.elm4j.environment.TextExchange;
import dev.elm4j.search.Budget;
import dev.elm4j.search.Cassette;
import dev.elm4j.search.RunReport;
import dev.elm4j.search.RunState;
import dev.elm4j.search.Search;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Recorded answers: a replay asks nobody, gives the same bytes, and stops where the original did. */
class ReplayTest {

    /** A thousandth of a US dollar per character. */
    private static final Pricing PRICING =
            (model, tokens) -> OptionalLong.of(1_000_000 * (tokens.input() + tokens.output()));

    /** So many that each budget is spent before, also where the model throws much: at 100 one run in 40 did not get there. */
    private static final int CANDIDATES = 200;

    @TempDir
    Path home;

    private final AtomicInteger calls = new AtomicInteger();

    @AutoClose
    private RunFolders runs;

    @BeforeEach
    void openRuns() {
        runs = new RunFolders(home);
    }

    private Search<String> search(String name, Exchange<UnaryOperator<String>, String, String> exchange) {
        return search(name, exchange, Asking::atRandom, "Please");
    }

    private Search<String> search(
            String name,
            Exchange<UnaryOperator<String>, String, String> exchange,
            UnaryOperator<String> model,
            String wording) {
        var asking = new Asking(Asking.counted(calls, model), exchange, wording);
        return Search.of(asking.environment(), runs)
                .operators(asking.operator())
                .prices(PRICING)
                .seed(11)
                .name(name);
    }

    private String text(String name) throws IOException {
        return Files.readString(runs.file(name));
    }

    static Stream<Arguments> shapes() {
        var exchanges = List.of(TextExchange.ONE_BY_ONE, TextExchange.TOGETHER, new Retrying());
        var budgets = List.of(
                Budget.unlimited(),
                Budget.unlimited().calls(75),
                Budget.unlimited().tokens(5_000),
                Budget.unlimited().usd(6));
        return exchanges.stream().flatMap(exchange -> budgets.stream().flatMap(budget -> Stream.of(1, 8)
                .flatMap(threads -> Stream.of(1, 10).map(batch -> Arguments.of(exchange, budget, threads, batch)))));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void aReplayAsksNobodyAndGivesTheSameBytes(
            Exchange<UnaryOperator<String>, String, String> exchange, Budget budget, int threads, int batch)
            throws IOException {
        RunReport original =
                shaped("original", exchange, budget, batch).threads(threads).run(CANDIDATES);
        boolean capped = !budget.equals(Budget.unlimited());
        assertThat(original.state()).isEqualTo(capped ? RunState.BUDGET_SPENT : RunState.DONE);
        String journal = text("original");
        calls.set(0);
        var from = runs.folder("original");
        for (int replayThreads : List.of(1, 8)) {
            String name = "replay-" + replayThreads;
            RunReport replay = shaped(name, exchange, budget, batch)
                    .cassette(Cassette.replay(from))
                    .threads(replayThreads)
                    .run(CANDIDATES);
            assertThat(replay.state()).isEqualTo(original.state());
            assertThat(text(name)).isEqualTo(journal);
            from = runs.folder(name); // what a replay has recorded stands alone
        }
        shaped("offline", exchange, budget, batch)
                .cassette(Cassette.offline(from.resolve("cassette.jsonl")))
                .run(CANDIDATES);
        assertThat(text("offline")).isEqualTo(journal);
        assertThat(calls).hasValue(0);
    }

    private Search<String> shaped(
            String name, Exchange<UnaryOperator<String>, String, String> exchange, Budget budget, int batch) {
        return search(name, exchange).budget(budget).batch(batch).window(8);
    }

    @Test
    void aRunWhoseJournalWasDeletedCostsNothingAgain() throws IOException {
        search("run", TextExchange.ONE_BY_ONE).run(40);
        String journal = text("run");
        for (int again = 1; again <= 3; again++) {
            runs.close();
            Files.delete(runs.file("run"));
            calls.set(0);
            Search<String> search = search("run", TextExchange.ONE_BY_ONE).budget(Budget.candidates(40));
            search.run(20);
            runs.close(); // what was set aside is found by a run that goes on, too
            search = search("run", TextExchange.ONE_BY_ONE).budget(Budget.candidates(40));
            search.run(40);
            assertThat(text("run")).isEqualTo(journal);
            assertThat(calls).hasValue(0);
            assertThat(runs.folder("run").resolve("cassette-%d.jsonl".formatted(again)))
                    .exists();
        }
    }

    @Test
    void whatWasSetAsideIsFoundBehindAGapAndByTheNameThatItHad() throws IOException {
        search("run", TextExchange.ONE_BY_ONE).run(20);
        runs.close();
        Files.delete(runs.file("run"));
        Path own = runs.folder("run").resolve("cassette.jsonl");
        Files.move(own, runs.folder("run").resolve("cassette-2.jsonl"));
        calls.set(0);
        search("run", TextExchange.ONE_BY_ONE).run(10);
        runs.close();
        Files.delete(runs.file("run"));
        search("run", TextExchange.ONE_BY_ONE).cassette(Cassette.offline(own)).run(10);
        assertThat(calls).hasValue(0);
        assertThat(runs.folder("run").resolve("cassette-3.jsonl")).exists();
    }

    @Test
    void whatWasSetAsideCountsNoMoreAsPaid() throws IOException {
        search("run", TextExchange.ONE_BY_ONE).run(40);
        long spent = runs.open(
                        search("run", TextExchange.ONE_BY_ONE).name("other").setup(), 1)
                .progress()
                .usage()
                .calls();
        assertThat(spent).isZero();
        runs.close();
        Files.delete(runs.file("run"));
        var journal = Journal.open(
                runs.folder("run"), search("run", TextExchange.ONE_BY_ONE).setup());
        try (journal) {
            journal.replay(event -> {});
            assertThat(journal.tape().spent().calls()).isZero();
            assertThat(journal.message()).contains("cassette-1.jsonl").contains("begins anew");
        }
    }

    @Test
    void aRunWithoutCallsHasNoCassette() {
        runs.words("words", 1).run(20);
        assertThat(runs.folder("words").resolve("cassette.jsonl")).doesNotExist();
    }

    @Test
    void anotherSeedTakesNothingThatIsNotTheSameRequest() {
        search("original", TextExchange.ONE_BY_ONE, Asking::alike, "Please").run(20);
        int made = calls.getAndSet(0);
        search("other", TextExchange.ONE_BY_ONE, Asking::alike, "Please")
                .seed(12)
                .cassette(Cassette.replay(runs.folder("original")))
                .run(20);
        assertThat(calls.get()).isBetween(made / 2, 2 * made);
    }

    @Test
    void offlineTheFirstDifferenceIsNamedAndTheRunCanGoOn() throws IOException {
        search("original", TextExchange.ONE_BY_ONE, Asking::alike, "Please").run(20);
        String journal = text("original");
        calls.set(0);
        Cassette offline = Cassette.offline(runs.folder("original"));
        Search<String> changed = search("changed", TextExchange.ONE_BY_ONE, Asking::alike, "Kindly")
                .cassette(offline)
                .threads(4)
                .window(4);
        assertThatIllegalStateException()
                .isThrownBy(() -> changed.run(20))
                .withMessageContaining("original/cassette.jsonl has no answer")
                .withMessageContaining("of call 'propose 3.0' (text)")
                .withMessageContaining("it was \"Please vary ")
                .withMessageContaining("is now \"Kindly vary ")
                .withMessageContaining("Cassette.replay(...)");
        assertThat(changed.progress().candidates()).isZero();
        assertThat(calls).hasValue(0);
        runs.close();
        RunReport further = search("changed", TextExchange.ONE_BY_ONE, Asking::alike, "Kindly")
                .cassette(Cassette.replay(runs.folder("original")))
                .window(4)
                .run(20);
        assertThat(further.state()).isEqualTo(RunState.DONE);
        assertThat(calls.get()).isPositive();
        assertThat(text("original")).isEqualTo(journal);
    }

    @Test
    void offlineInTheMiddleWhatWasCommittedIsKept() throws IOException {
        search("original", TextExchange.ONE_BY_ONE).run(20);
        Search<String> longer =
                search("longer", TextExchange.ONE_BY_ONE).cassette(Cassette.offline(runs.folder("original")));
        assertThatIllegalStateException().isThrownBy(() -> longer.run(60)).withMessageContaining("offline");
        assertThat(longer.progress().candidates()).isEqualTo(20);
        assertThat(text("longer")).isEqualTo(text("original"));
        runs.close();
        RunReport further = search("longer", TextExchange.ONE_BY_ONE)
                .cassette(Cassette.replay(runs.folder("original")))
                .run(10);
        assertThat(further.state()).isEqualTo(RunState.DONE);
    }

    @Test
    void aRunInMemoryRefusesACassette() {
        var asking = new Asking(Asking::alike, TextExchange.TOGETHER, "Please");
        Search<String> search =
                Search.of(asking.environment()).operators(asking.operator()).cassette(Cassette.replay(home));
        assertThatIllegalStateException()
                .isThrownBy(() -> search.run(10))
                .withMessageContaining("lives in memory")
                .withMessageContaining(home.toString());
    }

    @Test
    void aBudgetThatIsRaisedBetweenSessionsGoesOnAsIfItHadBeenThatFromTheBeginning() throws IOException {
        int all = callsOf("whole", 200);
        String whole = text("whole");
        int made = 0;
        for (int cap : List.of(30, 70, 71, 200)) {
            made += callsOf("parts", cap);
            assertThat(made).isLessThanOrEqualTo(cap);
            runs.close();
        }
        assertThat(text("parts")).isEqualTo(whole);
        assertThat(made).isEqualTo(all);
    }

    private int callsOf(String name, int cap) {
        calls.set(0);
        search(name, TextExchange.ONE_BY_ONE, Asking::alike, "Please")
                .budget(Budget.candidates(80).calls(cap))
                .run(1_000);
        return calls.get();
    }

    @Test
    void askingTwiceByHandCostsOnce() {
        Search<String> search = search("hand", TextExchange.TOGETHER, Asking::alike, "Please");
        search.run(10);
        calls.set(0);
        var first = search.ask(5);
        assertThat(search.ask(5).list()).isEqualTo(first.list());
        assertThat(calls).hasValue(5);
        search.reevaluate(2);
        int made = calls.getAndSet(0);
        assertThat(made).isPositive();
    }
}
