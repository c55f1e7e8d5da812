package dev.elm4j.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.elm4j.environment.Context;
import dev.elm4j.operator.Caller;
import dev.elm4j.operator.Operator;
import dev.elm4j.operator.Plan;
import dev.elm4j.operator.Proposal;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class EstimateTest {

    private final AtomicInteger asked = new AtomicInteger();

    /** Answers of 4 to 23 letters. */
    private final UnaryOperator<String> model = request -> {
        asked.incrementAndGet();
        return request + "x".repeat(Math.floorMod(request.hashCode(), 20));
    };

    private final Operator<String> caller = new Caller(model, "%04d");

    private Search<String> search() {
        return Search.of(TestRuns.words())
                .operators(caller)
                .prices((any, tokens) -> OptionalLong.of(1_000_000 * tokens.output()));
    }

    @Test
    void beforeTheRunItLooksAtThePromptsAndAsksNobody() {
        Search<String> search = search();
        int seeds = TestRuns.words().seeds().size();
        Estimate estimate = Estimate.of(search, 200);
        assertThat(asked).hasValue(0);
        assertThat(search.isBegun()).isFalse();
        assertThat(estimate.calls()).isEqualTo(new Estimate.Range(200 - seeds, Double.NaN, 200));
        assertThat(estimate.tokens().low()).isCloseTo(200 - seeds, within(1e-9)); // 4 letters are a token
        assertThat(estimate.tokens().high()).isCloseTo(200 * (4 + 100), within(1e-6)); // the exchange's worst case
        assertThat(estimate.usd().high()).isCloseTo(200 * 0.1, within(1e-9));
        assertThat(estimate.toString().lines().limit(5)).allMatch(line -> line.length() <= 80);
    }

    /** Of 60 runs the range at 95 % holds what the next 300 candidates took in all but at most 8 (p = 0.02 for more). */
    @Test
    void aBeginningTellsTheRest() {
        int inside = 0;
        for (int seed = 0; seed < 60; seed++) {
            Search<String> search = search().seed(seed);
            int shift = seed * 10_000;
            Search<String> shifted = search.operators(shifted(shift));
            shifted.run(60);
            Estimate estimate = Estimate.of(shifted, 300);
            double before = shifted.progress().usage().usd();
            shifted.run(300);
            double took = shifted.progress().usage().usd() - before;
            inside += estimate.usd().low() <= took && took <= estimate.usd().high() ? 1 : 0;
            assertThat(estimate.calls().expected()).isCloseTo(300, within(1e-9));
            assertThat(estimate.time()).isPresent();
        }
        assertThat(inside).isGreaterThanOrEqualTo(52);
    }

    private Operator<String> shifted(int shift) {
        return new Operator<>() {
            @Override
            public String name() {
                return "caller";
            }

            @Override
            public List<Proposal<String>> propose(List<Plan<String>> plans, Context context) {
                return caller.propose(
                        plans.stream()
                                .map(plan -> new Plan<>(plan.candidate() + shift, plan.index(), plan.parents()))
                                .toList(),
                        context);
            }
        };
    }

    @Test
    void needsACandidate() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Estimate.of(search(), 0))
                .withMessageContaining("at least 1 candidate");
    }
}
