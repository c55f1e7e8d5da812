package dev.elm4j.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LiveSeriesFrameTest {

    private static String part(LiveSeriesFrame frame, String type) {
        return String.valueOf(frame.bundle().contents().get(type));
    }

    @Test
    void saysHowFarItIsAndHowLongTheRestTakes() {
        var frame = new LiveSeriesFrame("comparison", 4, 10, Duration.ofSeconds(8), "MAP-Elites, seed 4");
        assertThat(part(frame, Bundle.TEXT))
                .isEqualTo("comparison: 4 of 10 runs, 8 s so far, about 12 s left\nlatest: MAP-Elites, seed 4");
        assertThat(part(frame, Bundle.HTML)).contains("value=\"4\" max=\"10\"", "about 12 s left");
    }

    @Test
    void guessesNoRestBeforeTheFirstAndAfterTheLast() {
        assertThat(part(new LiveSeriesFrame("c", 0, 3, Duration.ofSeconds(1), ""), Bundle.TEXT))
                .isEqualTo("c: 0 of 3 runs, 1 s so far");
        assertThat(part(new LiveSeriesFrame("c", 3, 3, Duration.ofSeconds(1), "x"), Bundle.TEXT))
                .startsWith("c: 3 of 3 runs, 1 s so far\n");
    }

    @Test
    void textOfOthersIsEscapedAndCut() {
        var frame = new LiveSeriesFrame("<script>", 1, 3, Duration.ofSeconds(1), "<b>\u0007" + "x".repeat(500));
        assertThat(part(frame, Bundle.HTML)).doesNotContain("<script>", "<b>\u0007");
        assertThat(part(frame, Bundle.TEXT).lines()).allMatch(line -> Width.of(line) <= SheetText.COLUMNS);
    }
}
