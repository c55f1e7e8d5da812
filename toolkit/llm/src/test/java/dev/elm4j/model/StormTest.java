package dev.elm4j.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.elm4j.archive.Axis;
import dev.elm4j.environment.Calls.Call;
import dev.elm4j.environment.Context;
import dev.elm4j.environment.Environment;
import dev.elm4j.environment.Evaluation;
import dev.elm4j.environment.Usage;
import dev.elm4j.model.MisbehavingServer.Manner;
import dev.elm4j.operator.Operator;
import dev.elm4j.operator.Plan;
import dev.elm4j.operator.Proposal;
import dev.elm4j.search.Budget;
import dev.elm4j.search.CallKey;
import dev.elm4j.search.Commit;
import dev.elm4j.search.RecordedCall;
import dev.elm4j.search.Recorder;
import dev.elm4j.search.Run;
import dev.elm4j.search.RunEvent;
import dev.elm4j.search.RunOpener;
import dev.elm4j.search.RunState;
import dev.elm4j.search.Search;
import dev.elm4j.search.Setup;
import dev.elm4j.search.Tape;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A real search of 32 slots against a server that misbehaves at random. */
@Timeout(300)
class StormTest {

    private static final Price PRICE = Price.of(3, 15).cached(1);

    /** Counts attempts as a cassette would write them down, and checks the caps at every reservation. */
    private static final class CountingTape implements Tape {

        private final Budget budget;
        private final Map<Long, Usage> open = new HashMap<>();
        private Usage reserved = Usage.NONE;
        private Usage spent = Usage.NONE;
        private long begun;
        private boolean passed;

        CountingTape(Budget budget) {
            this.budget = budget;
        }

        @Override
        public synchronized long begin(Usage worst) {
            open.put(++begun, worst);
            reserved = reserved.plus(worst);
            Usage all = reserved.plus(spent);
            passed |= all.calls() > budget.calls() || all.nanoUsd() > budget.nanoUsd();
            return begun;
        }

        @Override
        public synchronized void settle(long attempt, Usage used) {
            reserved = reserved.minus(open.remove(attempt)); // a second time is a NullPointerException
            spent = spent.plus(used);
        }

        @Override
        public void carry(Usage booked) {}

        @Override
        public synchronized Usage spent() {
            return spent;
        }

        @Override
        public boolean isActive() {
            return false;
        }

        @Override
        public Optional<Found> find(CallKey key, String kind, JsonNode request) {
            return Optional.empty();
        }

        @Override
        public void requireOnline(CallKey key, String kind, JsonNode request) {}

        @Override
        public boolean isReplaying() {
            return false;
        }

        @Override
        public void record(List<RecordedCall> calls) {}

        @Override
        public void copy(List<RecordedCall> calls) {}
    }

    private record Namer(ChatModel model) implements Operator<String> {

        @Override
        public String name() {
            return "namer";
        }

        @Override
        public List<Proposal<String>> propose(List<Plan<String>> plans, Context context) {
            var request = ChatRequest.builder()
                    .messages(UserMessage.from("Name a soup."))
                    .maxOutputTokens(20)
                    .build();
            Plan<String> plan = plans.get(0);
            ChatAnswer answer = context.calls(model)
                    .ask(new ChatExchange(), List.of(new Call<>(plan.index(), request)))
                    .get(0);
            return List.of(answer.failure()
                    .map(Proposal::<String>failed)
                    .orElseGet(() -> Proposal.of(answer.text() + plan.candidate())));
        }
    }

    private static RunOpener counted(Tape tape) {
        return new RunOpener() {
            @Override
            public <S> Run<S> open(Setup<S> setup, int threads) {
                return new Run<>(setup, threads, new Recorder<>() {
                    @Override
                    public void replay(Consumer<RunEvent<S>> each) {}

                    @Override
                    public void record(RunEvent<S> event) {}

                    @Override
                    public Commit<S> commit(long number) {
                        throw new IllegalStateException("Nobody keeps commits here.");
                    }

                    @Override
                    public Tape tape() {
                        return tape;
                    }

                    @Override
                    public void close() {}
                });
            }
        };
    }

    /** Three of four go well; one request in 4,000 hangs. */
    private static IntFunction<Manner> weather(long seed) {
        var random = new SplittableRandom(seed);
        var rare = List.of(
                Manner.BUSY,
                Manner.BUSY_WITH_WAIT,
                Manner.BROKEN,
                Manner.DOWN,
                Manner.GATEWAY_GAVE_UP,
                Manner.BAD_REQUEST,
                Manner.CLOSES,
                Manner.HALF,
                Manner.PAGE,
                Manner.NO_CHOICES,
                Manner.NULL_TEXT,
                Manner.NO_USAGE,
                Manner.TOO_LONG,
                Manner.FILTERED,
                Manner.CACHED);
        var manners = new Manner[20_000];
        for (int i = 0; i < manners.length; i++) {
            manners[i] = random.nextInt(4) > 0 ? Manner.WELL : rare.get(random.nextInt(rare.size()));
            manners[i] = random.nextInt(4_000) == 0 ? Manner.HANGS : manners[i];
        }
        return number -> manners[number % manners.length];
    }

    private static CountingTape storm(Budget budget, long seed) {
        var tape = new CountingTape(budget);
        try (var server = new MisbehavingServer(weather(seed))) {
            var endpoint = server.endpoint("/v1").key("planted-4711-key").timeout(Duration.ofSeconds(1));
            var model = RemoteModels.openAiCompatible(endpoint, "soup")
                    .waiting(new NoWaiting())
                    .limits(RateLimit.none().inFlight(30))
                    .price(PRICE);
            var environment = Environment.of("soups", (String soup) -> Evaluation.of(1, soup.length()))
                    .measures(Axis.of("length", 0, 20))
                    .seeds("Hot soup.");
            Search<String> search = Search.of(environment, counted(tape))
                    .operators(new Namer(model))
                    .prices(Prices.none())
                    .slots(32)
                    .budget(budget)
                    .seed(seed);
            var report = search.run(1_000_000);
            assertThat(report.state()).as("%s", report).isEqualTo(RunState.BUDGET_SPENT);
            search.close();
            assertThat(tape.spent().calls()).isEqualTo(server.requests());
        }
        assertThat(tape.open).isEmpty();
        assertThat(tape.passed).isFalse();
        return tape;
    }

    @Test
    void tenThousandCallsAreEachCountedOnceAndTheCapOfCallsIsMet() {
        Set<String> before = threads();
        CountingTape tape = storm(Budget.unlimited().calls(10_000), 20261105);
        assertThat(tape.spent().calls()).isEqualTo(10_000);
        Set<String> after = threads();
        after.removeAll(before);
        assertThat(after).isEmpty();
    }

    @Test
    void aCapInDollarsIsNeverPassed() {
        CountingTape tape = storm(Budget.unlimited().usd(0.1), 20261106);
        assertThat(tape.spent().nanoUsd()).isBetween(98_000_000L, 100_000_000L);
    }

    /** Of this process, but for those of the one shared HTTP client and what the JVM starts by itself. */
    private static Set<String> threads() {
        var names = new TreeSet<String>();
        Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.isAlive())
                .map(Thread::getName)
                .filter(name -> !name.startsWith("HttpClient-")
                        && !name.startsWith("ForkJoinPool.commonPool")
                        && !name.startsWith("CompletableFutureDelayScheduler")
                        && !name.matches("(C[12] CompilerThread|Attach Listener|idle-timeout).*"))
                .forEach(names::add);
        return names;
    }
}
