package dev.elm4j.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elm4j.environment.Streams.Step;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class StreamsTest {

    @Test
    void aStreamDependsOnItsNameAlone() {
        assertThat(Streams.of(7, Step.PLAN, 12).nextLong())
                .isEqualTo(Streams.of(7, Step.PLAN, 12).nextLong());
    }

    @Test
    void namesThatDifferAnywhereGiveDifferentStreams() {
        var first = new HashSet<Long>();
        for (long seed = -20; seed < 20; seed++) {
            for (Step step : Step.values()) {
                for (long number = 0; number < 200; number++) {
                    assertThat(first.add(Streams.of(seed, step, number).nextLong()))
                            .isTrue();
                }
            }
        }
    }

    @Test
    void neighbouringStreamsAreNotAlike() {
        int ones = 0;
        for (long number = 0; number < 10_000; number++) {
            ones += Long.bitCount(Streams.of(1, Step.PROPOSE, number).nextLong()
                    ^ Streams.of(1, Step.PROPOSE, number + 1).nextLong());
        }
        // 640,000 fair bits: the standard deviation is 400; six of them.
        assertThat(ones).isBetween(320_000 - 2_400, 320_000 + 2_400);
    }
}
