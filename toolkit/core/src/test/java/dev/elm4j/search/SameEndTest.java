package dev.elm4j.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.elm4j.environment.BudgetExhausted;
import dev.elm4j.environment.Calls;
import dev.elm4j.environment.Context;
import dev.elm4j.environment.Failure;
import dev.elm4j.environment.TextExchange;
import dev.elm4j.operator.Operator;
import dev.elm4j.operator.Plan;
import dev.elm4j.operator.Proposal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a budget ends a run whose batches need alike amounts: at the same candidate at any number of threads. */
class SameEndTest {

    private static final Duration HANG = Duration.ofSeconds(60);

    private static final UnaryOperator<String> SLOW = request -> {
        LockSupport.parkNanos(ThreadLocalRandom.current().nextInt(300_000));
        return request.replace("number", "answer");
    };

    /** Requests and answers of one length each; what the budget refuses, it may try to make a failure of. */
    private record Caller(TextExchange exchange, boolean isDeaf) implements Operator<String> {

        @Override
        public String name() {
            return "caller";
        }

        @Override
        public List<Proposal<String>> propose(List<Plan<String>> plans, Context context) {
            var calls = new ArrayList<Calls.Call<String>>();
            plans.forEach(plan -> calls.add(new Calls.Call<>(plan.index(), "number %05d".formatted(plan.candidate()))));
            try {
                return context.calls(SLOW).ask(exchange, calls).stream()
                        .map(Proposal::of)
                        .toList();
            } catch (BudgetExhausted refused) {
                if (!isDeaf) {
                    throw refused;
                }
                return plans.stream()
                        .map(plan -> Proposal.<String>failed(new Failure(Failure.MODEL_ERROR, "no answer")))
                        .toList();
            }
        }
    }

    private static Search<String> search(TextExchange exchange, Budget budget, int threads) {
        return Search.of(TestRuns.words())
                .operators(new Caller(exchange, false))
                .batch(5)
                .window(8)
                .budget(budget)
                .threads(threads);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 8})
    void itIsTheSameCandidateWithOneThreadAndWithMany(int threads) {
        for (TextExchange exchange : List.of(TextExchange.ONE_BY_ONE, TextExchange.TOGETHER)) {
            for (int calls = 1; calls < 60; calls += 3) {
                Budget budget = calls % 2 == 0
                        ? Budget.unlimited().calls(calls)
                        : Budget.unlimited().tokens(24L * calls + 90);
                var one = search(exchange, budget, 1);
                var many = search(exchange, budget, threads);
                RunReport end = one.run(1_000);
                assertThat(end.state()).isEqualTo(RunState.BUDGET_SPENT);
                assertTimeoutPreemptively(HANG, () -> many.run(1_000));
                assertThat(many.progress().candidates())
                        .as("%s, %s", exchange, budget)
                        .isEqualTo(one.progress().candidates());
                assertThat(many.record().commits()).isEqualTo(one.record().commits());
            }
        }
    }

    @Test
    void anOperatorThatSwallowsTheRefusalDoesNotGoOn() {
        var search = Search.of(TestRuns.words())
                .operators(new Caller(TextExchange.TOGETHER, true))
                .budget(Budget.unlimited().calls(20))
                .batch(5);
        assertThat(search.run(100).state()).isEqualTo(RunState.BUDGET_SPENT);
        assertThat(search.progress().candidates()).isEqualTo(20);
    }

    /** Blocks that nobody has begun must keep nobody waiting. */
    @Test
    void aReevaluationThatTheBudgetEndsKeepsNobodyWaiting() {
        for (int threads : List.of(1, 3)) {
            var search = judged(threads);
            search.run(60);
            long left = 70 - search.progress().usage().calls();
            assertThat(left).isPositive();
            assertTimeoutPreemptively(HANG, () -> {
                try {
                    search.reevaluate(30);
                    throw new AssertionError("the budget holds no such re-evaluation");
                } catch (BudgetExhausted spent) {
                    assertThat(spent).hasMessageContaining("budget of 70 model calls");
                }
                assertThat(search.run(20).state()).isEqualTo(RunState.BUDGET_SPENT);
            });
        }
    }

    private static Search<String> judged(int threads) {
        var words = TestRuns.words();
        var judge = new dev.elm4j.environment.Environment<String>() {
            @Override
            public String name() {
                return "judged";
            }

            @Override
            public dev.elm4j.environment.Codec<String> codec() {
                return words.codec();
            }

            @Override
            public List<dev.elm4j.archive.Axis> axes() {
                return words.axes();
            }

            @Override
            public List<String> seeds() {
                return words.seeds();
            }

            @Override
            public List<dev.elm4j.environment.Evaluation> evaluate(List<String> solutions, Context context) {
                var calls = new ArrayList<Calls.Call<String>>();
                for (int i = 0; i < solutions.size(); i++) {
                    calls.add(new Calls.Call<>(i, "number %05d".formatted(i)));
                }
                context.calls(SLOW).ask(TextExchange.ONE_BY_ONE, calls);
                return words.evaluate(solutions, context);
            }
        };
        return Search.of(judge)
                .operators(TestRuns.edits(false))
                .budget(Budget.unlimited().calls(70))
                .batch(2)
                .threads(threads);
    }
}
