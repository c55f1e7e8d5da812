package dev.elm4j.benchmarks;

import dev.elm4j.archive.Axis;
import dev.elm4j.environment.Attempts;
import dev.elm4j.environment.Calls.Call;
import dev.elm4j.environment.Context;
import dev.elm4j.environment.Environment;
import dev.elm4j.environment.Evaluation;
import dev.elm4j.model.ChatExchange;
import dev.elm4j.model.Endpoint;
import dev.elm4j.model.Price;
import dev.elm4j.model.Prices;
import dev.elm4j.model.RateLimit;
import dev.elm4j.model.RemoteModel;
import dev.elm4j.model.RemoteModels;
import dev.elm4j.model.ScriptedModel;
import dev.elm4j.operator.Operator;
import dev.elm4j.operator.Plan;
import dev.elm4j.operator.Proposal;
import dev.elm4j.search.Budget;
import dev.elm4j.search.Search;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import java.util.List;
import java.util.Locale;

/**
 * How near 32 slots come to 32 times one when a remote model answers after 0.2 and after 2 seconds, and what everything
 * around a call costs: retry, wallet, rate limit, the search itself with its journal.
 */
public final class RemoteBenchmark {

    private static final int SLOTS = 32;
    private static final ChatRequest REQUEST = ChatRequest.builder()
            .messages(UserMessage.from("Name a soup."))
            .maxOutputTokens(20)
            .build();

    private RemoteBenchmark() {}

    public static void main(String[] arguments) {
        throughput(200, 3_200);
        throughput(2_000, 480);
        overhead(20_000);
    }

    /** One chat a candidate. */
    private record Namer(ChatModel model) implements Operator<String> {

        @Override
        public String name() {
            return "namer";
        }

        @Override
        public List<Proposal<String>> propose(List<Plan<String>> plans, Context context) {
            var calls = plans.stream()
                    .map(plan -> new Call<>(plan.index(), REQUEST))
                    .toList();
            var answers = context.calls(model).ask(new ChatExchange(), calls);
            return plans.stream()
                    .map(plan -> Proposal.of(answers.get(plan.index()).text() + plan.candidate()))
                    .toList();
        }
    }

    private static Search<String> search(ChatModel model, Scratch scratch) {
        var environment = Environment.of("soups", (String soup) -> Evaluation.of(1, soup.length()))
                .measures(Axis.of("length", 0, 20))
                .seeds("Hot soup.");
        return Search.of(environment, Scratch.journals(scratch.folder()))
                .operators(new Namer(model))
                .prices(Prices.usual())
                .budget(Budget.unlimited().usd(1_000))
                .seed(1);
    }

    private static RemoteModel terms(RemoteModel model) {
        return model.limits(RateLimit.none().tokensPerMinute(2_000_000_000).inFlight(SLOTS))
                .price(Price.of(0.15, 0.60));
    }

    static void throughput(long millis, int candidates) {
        System.out.println(Host.header(
                "remote model: %d slots, answers after %d ms, journal and budget on".formatted(SLOTS, millis),
                "at least 90 % of the ideal throughput"));
        try (var scratch = Scratch.open();
                var server = new SlowServer(millis)) {
            var model = terms(RemoteModels.openAiCompatible(Endpoint.of(server.url()), "soup"));
            var search = search(model, scratch).slots(SLOTS);
            search.run(2 * SLOTS);
            long begin = System.nanoTime();
            search.run(candidates);
            double seconds = (System.nanoTime() - begin) / 1e9;
            search.close();
            double ideal = Math.ceil((double) candidates / SLOTS) * millis / 1e3;
            System.out.printf(
                    Locale.ROOT,
                    "%,d calls in %.2f s, ideally %.2f s: %.1f %%%n",
                    candidates,
                    seconds,
                    ideal,
                    100 * ideal / seconds);
        }
    }

    static void overhead(int calls) {
        System.out.println(Host.header(
                "remote model: time around a call of a model that answers at once, one thread",
                "at most 200 microseconds with everything on"));
        var bare = ScriptedModel.of(prompt -> "Cold soup.").chatOnly();
        var remote = terms(RemoteModel.of(bare));
        var exchange = new ChatExchange();
        for (int round = 0; round < 2; round++) { // the first one warms up
            time("langchain4j alone", calls, () -> {
                for (int i = 0; i < calls; i++) {
                    bare.chat(REQUEST);
                }
            });
            time("with retry and rate limit", calls, () -> {
                for (int i = 0; i < calls; i++) {
                    exchange.perform(remote, List.of(REQUEST), Attempts.free());
                }
            });
            try (var scratch = Scratch.open()) {
                var search = search(remote, scratch).batch(1);
                time("with the wallet, the search and its journal", calls, () -> search.run(calls));
                search.close();
            }
        }
    }

    private static void time(String what, int calls, Runnable work) {
        long begin = System.nanoTime();
        work.run();
        double micros = (System.nanoTime() - begin) / 1e3 / calls;
        System.out.printf(Locale.ROOT, "%-45s %8.1f microseconds a call%n", what, micros);
    }
}
