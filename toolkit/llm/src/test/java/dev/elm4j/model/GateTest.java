package dev.elm4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GateTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;

    @Test
    void spacesRequestsEvenly() {
        var meter = new Meter(6);
        assertThat(starts(meter, new long[] {0, 0, 0, 25 * SECOND, 25 * SECOND}, new long[] {1, 1, 1, 1, 1}))
                .containsExactly(0L, 10 * SECOND, 20 * SECOND, 30 * SECOND, 40 * SECOND);
    }

    @Test
    void savesNothingUpWhileNobodyAsks() {
        var meter = new Meter(6);
        assertThat(starts(meter, new long[] {0, MINUTE, MINUTE}, new long[] {1, 1, 1}))
                .containsExactly(0L, MINUTE, MINUTE + 10 * SECOND);
    }

    @Test
    void greaterWorkWaitsLongerAndNeverOverAMinute() {
        var meter = new Meter(1_000);
        assertThat(starts(meter, new long[] {0, 0, 0}, new long[] {500, 1_000_000, 1}))
                .containsExactly(0L, 30 * SECOND, 90 * SECOND);
    }

    @Test
    void aCorrectionMovesTheNextStart() {
        var meter = new Meter(60);
        meter.start(meter.earliest(0), 30);
        meter.correct(-20);
        assertThat(meter.earliest(0)).isEqualTo(10 * SECOND);
        meter.correct(5);
        assertThat(meter.earliest(0)).isEqualTo(15 * SECOND);
    }

    @Test
    void noMinuteHoldsMoreThanIsAllowed() {
        var random = new SplittableRandom(20261103);
        for (int round = 0; round < 50; round++) {
            int allowed = random.nextInt(1, 200);
            var meter = new Meter(allowed);
            var starts = new ArrayList<Long>();
            long now = random.nextLong(-MINUTE, MINUTE); // a clock may begin anywhere
            for (int i = 0; i < 500; i++) {
                now += random.nextLong(0, 2 * MINUTE / allowed);
                long start = meter.earliest(now);
                meter.start(start, 1);
                assertThat(start).isGreaterThanOrEqualTo(now);
                starts.add(start);
            }
            for (int i = 0; i + allowed < starts.size(); i++) {
                assertThat(starts.get(i + allowed) - starts.get(i)).isGreaterThanOrEqualTo(MINUTE);
            }
        }
    }

    private static List<Long> starts(Meter meter, long[] now, long[] amounts) {
        return IntStream.range(0, now.length)
                .mapToObj(i -> {
                    long start = meter.earliest(now[i]);
                    meter.start(start, amounts[i]);
                    return start;
                })
                .toList();
    }

    @Test
    void requestsWaitForTheirTurnAndForTheirTokens() {
        var waiting = new NoWaiting();
        var gate = new Gate(RateLimit.none().requestsPerMinute(60).tokensPerMinute(600), waiting);
        var at = new ArrayList<Long>();
        for (int i = 0; i < 4; i++) {
            gate.pass(50, () -> false, () -> at.add(waiting.nanos() / SECOND), any -> i(at) == 1 ? 100 : 10);
        }
        // the first took 100 tokens instead of 50, which is 10 seconds; the others 10, which is one
        assertThat(at).containsExactly(0L, 10L, 11L, 12L);
    }

    private static int i(List<?> list) {
        return list.size();
    }

    @Test
    void noMoreThanAllowedAreUnderWay() throws Exception {
        var gate = new Gate(RateLimit.none().inFlight(3), Waiting.REAL);
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        var threads = Executors.newFixedThreadPool(16);
        for (int i = 0; i < 2_000; i++) {
            threads.execute(() -> gate.pass(
                    1,
                    () -> false,
                    () -> {
                        most.accumulateAndGet(now.incrementAndGet(), Math::max);
                        Thread.yield();
                        return now.decrementAndGet();
                    },
                    any -> 1));
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(60, java.util.concurrent.TimeUnit.SECONDS))
                .isTrue();
        assertThat(most.get()).isBetween(1, 3);
    }

    @Test
    void whoeverWaitsCanBeCancelledAndLeavesItsPlace() {
        var gate = new Gate(RateLimit.none().requestsPerMinute(1).inFlight(1), Waiting.REAL);
        gate.pass(1, () -> false, () -> 0, any -> 0);
        for (int i = 0; i < 3; i++) {
            assertThatExceptionOfType(NotSent.class).isThrownBy(() -> gate.pass(1, () -> true, () -> 0, any -> 0));
        }
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(NotSent.class).isThrownBy(() -> gate.pass(1, () -> false, () -> 0, any -> 0));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void anExceptionGivesItsPlaceBack() {
        var gate = new Gate(RateLimit.none().inFlight(1), new NoWaiting());
        for (int i = 0; i < 3; i++) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> gate.pass(
                            1,
                            () -> false,
                            () -> {
                                throw new IllegalStateException("fault");
                            },
                            any -> 0));
        }
        assertThat(gate.<Integer>pass(1, () -> false, () -> 7, any -> 0)).isEqualTo(7);
    }

    @Test
    void aLimitOfNothingIsAMistake() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RateLimit.none().inFlight(0))
                .withMessage("A rate limit needs inFlight of at least 1, but was 0. Leave it out for no limit.");
        assertThatIllegalArgumentException().isThrownBy(() -> RateLimit.none().requestsPerMinute(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> RateLimit.none().tokensPerMinute(0));
    }
}
