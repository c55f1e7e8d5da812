package dev.elm4j.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.elm4j.archive.Axis;
import dev.elm4j.environment.Attempt;
import dev.elm4j.environment.Attempts;
import dev.elm4j.environment.Calls;
import dev.elm4j.environment.Context;
import dev.elm4j.environment.Environment;
import dev.elm4j.environment.Evaluation;
import dev.elm4j.environment.Exchange;
import dev.elm4j.environment.Tokens;
import dev.elm4j.operator.Operator;
import dev.elm4j.operator.Plan;
import dev.elm4j.operator.Proposal;
import dev.elm4j.search.Budget;
import dev.elm4j.search.Cassette;
import dev.elm4j.search.Search;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * What budget, cassette and journal cost for each call of a model, beside the model: prompts of 2,000 characters, answers of
 * 200, one call a candidate, all caps set. Then the same calls replayed.
 */
public final class CassetteBenchmark {

    private static final int WARM_UP = 5_000;
    private static final int MEASURED = 20_000;
    private static final String LONG_PROMPT = "Write one more sentence like these. ".repeat(55);
    private static final String LONG_ANSWER = "The soup was hot and the bread was warm. ".repeat(5);

    private CassetteBenchmark() {}

    public static void main(String[] arguments) {
        measure(WARM_UP, MEASURED);
    }

    static void measure(int warmUp, int measured) {
        System.out.println(Host.header(
                "calls: time per call and candidate with budget, cassette and journal on, one by one, one thread",
                "at most 200 microseconds"));
        try (var scratch = Scratch.open()) {
            Search<String> search = search(scratch);
            report("asked", search.name("asked"), warmUp, measured);
            var replay = search.name("replayed")
                    .cassette(Cassette.replay(scratch.folder().resolve("asked")));
            report("replayed", replay, warmUp, measured);
        }
    }

    private static void report(String what, Search<String> search, int warmUp, int measured) {
        search.run(warmUp);
        long begin = System.nanoTime();
        search.run(measured);
        double micros = (System.nanoTime() - begin) / 1e3 / measured;
        search.close();
        System.out.printf(Locale.ROOT, "%s: %.1f microseconds, the mean of %,d calls%n", what, micros, measured);
    }

    private static Search<String> search(Scratch scratch) {
        var environment = Environment.of("number", (String s) -> Evaluation.of(s.length(), s.hashCode() % 100))
                .measures(Axis.of("hash", -100, 100))
                .seeds("seed");
        return Search.of(environment, Scratch.journals(scratch.folder()))
                .operators(new Caller())
                .prices((model, tokens) -> OptionalLong.of(150 * tokens.input() + 600 * tokens.output()))
                .budget(Budget.unlimited()
                        .calls(1_000_000)
                        .tokens(1_000_000_000_000L)
                        .usd(100_000))
                .seed(1);
    }

    /** Asks once for each candidate. */
    private record Caller() implements Operator<String> {

        @Override
        public String name() {
            return "caller";
        }

        @Override
        public List<Proposal<String>> propose(List<Plan<String>> plans, Context context) {
            var calls = new ArrayList<Calls.Call<String>>();
            plans.forEach(plan -> calls.add(new Calls.Call<>(plan.index(), LONG_PROMPT + plan.candidate())));
            return context.calls("model").ask(new Echo(), calls).stream()
                    .map(Proposal::of)
                    .toList();
        }
    }

    /** The model answers at once. */
    private record Echo() implements Exchange<String, String, String> {

        @Override
        public String kind() {
            return "echo";
        }

        @Override
        public boolean batched() {
            return false;
        }

        @Override
        public Tokens worst(String model, String request) {
            return Tokens.of(request.length(), 500);
        }

        @Override
        public List<String> perform(String model, List<String> requests, Attempts attempts) {
            try (Attempt attempt = attempts.begin(0)) {
                String request = requests.get(0);
                attempt.settle(0, Tokens.of(request.length(), LONG_ANSWER.length()));
                return List.of(LONG_ANSWER + request.substring(LONG_PROMPT.length()));
            }
        }

        @Override
        public JsonNode request(String model, String request) {
            return JsonNodeFactory.instance.objectNode().put("model", model).put("prompt", request);
        }

        @Override
        public JsonNode encode(String answer) {
            return TextNode.valueOf(answer);
        }

        @Override
        public String decode(JsonNode answer) {
            return answer.asText();
        }
    }
}
