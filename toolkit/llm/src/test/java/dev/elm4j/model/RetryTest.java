package dev.elm4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryTest {

    private static final Retry EXACT = Retry.usual().jitter(0);

    @Test
    void waitsTwiceAsLongEachTimeUpToAMinute() {
        var random = new SplittableRandom(20261101);
        assertThat(IntStream.rangeClosed(1, 10)
                        .mapToObj(i -> EXACT.delay(i, random).toMillis()))
                .containsExactly(500L, 1_000L, 2_000L, 4_000L, 8_000L, 16_000L, 32_000L, 60_000L, 60_000L, 60_000L);
        assertThat(EXACT.delay(Integer.MAX_VALUE, random)).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void leavesOutARandomShareOfTheJitter() {
        var random = new SplittableRandom(20261102);
        double[] millis = IntStream.range(0, 10_000)
                .mapToDouble(i -> Retry.usual().delay(2, random).toNanos() / 1e6)
                .toArray();
        assertThat(java.util.Arrays.stream(millis)).allMatch(wait -> wait > 800 && wait <= 1_000);
        // uniform on (800, 1000]: the mean of 10,000 has a standard deviation of 0.58; 5 of them, p below 1e-6
        assertThat(IntStream.range(0, millis.length)
                        .mapToDouble(i -> millis[i])
                        .average()
                        .orElseThrow())
                .isCloseTo(900, within(2.9));
    }

    @Test
    void equalRandomNumbersGiveEqualWaits() {
        assertThat(Retry.usual().delay(3, new SplittableRandom(5)))
                .isEqualTo(Retry.usual().delay(3, new SplittableRandom(5)));
    }

    @Test
    void namesWhatIsOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Retry.usual().attempts(0))
                .withMessage("Retry needs attempts at least 1, but was 0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Retry.usual().jitter(Double.NaN))
                .withMessageContaining("jitter");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Retry.usual().first(Duration.ofSeconds(61)))
                .withMessageContaining("longest");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Retry.usual().longest(Duration.ofDays(2)))
                .withMessageContaining("at most a day");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Retry.usual().first(Duration.ofSeconds(-1)))
                .withMessageContaining("first");
    }
}
