package dev.elm4j.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.elm4j.environment.BudgetExhausted;
import dev.elm4j.environment.Calls;
import dev.elm4j.environment.Context;
import dev.elm4j.environment.TextExchange;
import dev.elm4j.environment.Usage;
import dev.elm4j.operator.Caller;
import dev.elm4j.operator.Operator;
import dev.elm4j.operator.Plan;
import dev.elm4j.operator.Proposal;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls to a model: counted, booked to the candidate that asked, and never more than the budget. */
class MeteringTest {

    /** A "model" that counts how often it was really asked. */
    private final AtomicInteger asked = new AtomicInteger();

    private final UnaryOperator<String> model = request -> {
        asked.incrementAndGet();
        return request + "!";
    };

    private final Operator<String> caller = new Caller(model, "candidate %d");

    private Search<String> search() {
        return Search.of(TestRuns.words()).operators(caller).batch(5).window(4);
    }

    @Test
    void usageIsBookedToTheCandidateThatAsked() {
        Search<String> search = search();
        search.run(20);
        assertThat(search.progress().usage().calls()).isEqualTo(17); // all but the three seeds
        Commit<String> last = search.record().commits().get(19);
        assertThat(last.usage()).isEqualTo(new Usage(1, "candidate 19".length(), "candidate 19!".length()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void theCapOnCallsIsNeverPassedAndTheRunSaysSo(int threads) {
        for (int cap = 1; cap < 40; cap++) {
            asked.set(0);
            Search<String> search =
                    search().budget(Budget.unlimited().calls(cap)).threads(threads);
            RunReport report = search.run(1_000);
            assertThat(report.state()).isEqualTo(RunState.BUDGET_SPENT);
            assertThat(asked.get()).isLessThanOrEqualTo(cap);
            assertThat(search.progress().usage().calls()).isLessThanOrEqualTo(cap);
        }
    }

    /** Else a resumed run would have more calls left than the run that it continues. */
    @Test
    void aCallThatEndsInAnExceptionIsBookedToo() {
        UnaryOperator<String> broken = request -> {
            throw new IllegalStateException("out of order");
        };
        Operator<String> unlucky = new Operator<>() {
            @Override
            public String name() {
                return "unlucky";
            }

            @Override
            public List<Proposal<String>> propose(List<Plan<String>> plans, Context context) {
                context.calls(broken).ask(TextExchange.TOGETHER, List.of(new Calls.Call<>(0, "a")));
                throw new AssertionError("not reached");
            }
        };
        Search<String> search = Search.of(TestRuns.words())
                .operators(unlucky)
                .budget(Budget.unlimited().calls(2));
        search.run(20);
        assertThat(search.progress().usage().calls()).isEqualTo(2);
        assertThat(search.run(10).state()).isEqualTo(RunState.BUDGET_SPENT);
    }

    @Test
    void askSaysThatTheBudgetIsSpent() {
        Search<String> search = search().budget(Budget.unlimited().calls(3));
        assertThatExceptionOfType(BudgetExhausted.class)
                .isThrownBy(() -> search.ask(10))
                .withMessageContaining("budget of 3 model calls");
    }
}
