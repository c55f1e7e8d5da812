package dev.elm4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The programs run, on tiny sizes; how long they take is nobody's business here. */
class ProgramsTest {

    @Test
    void overheadIsMeasured() {
        OverheadBenchmark.measure(20, 50);
    }

    @Test
    void callsAreMeasured() {
        CassetteBenchmark.measure(20, 50);
    }

    @Test
    void remoteModelsAreMeasured() {
        RemoteBenchmark.throughput(1, 64);
        RemoteBenchmark.overhead(20);
    }

    @Test
    void aLongRunAndItsResumeEndInJvmsOfTheirOwn() {
        assertThat(MillionBenchmark.measure(200)).isTrue();
    }

    @Test
    void allWindowsAreMeasured() {
        WindowBenchmark.measure(2, 60);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 8, 12, 40})
    void simulatedTimeIsThatOfTheRule(int window) {
        int[] durations = WindowBenchmark.durations(300);
        VirtualSlots outcome = WindowBenchmark.run(4, window, durations);
        assertThat(outcome.now()).isEqualTo(makespan(4, window, durations));
        assertThat(outcome.busy())
                .isEqualTo((double) java.util.Arrays.stream(durations).sum() / (4 * outcome.now()));
    }

    /** The same rule second by second: free slots take the next batches of the window, commits go in order. */
    private static long makespan(int slots, int window, int[] durations) {
        var ends = new long[durations.length];
        int begun = 0;
        int committed = 0;
        for (long now = 0; ; now++) {
            while (committed < begun && ends[committed] <= now) {
                committed++;
            }
            if (committed == durations.length) {
                return now;
            }
            long busy = 0;
            for (int i = committed; i < begun; i++) {
                busy += ends[i] > now ? 1 : 0;
            }
            for (; busy < slots && begun < Math.min(committed + window, durations.length); busy++) {
                ends[begun] = now + durations[begun];
                begun++;
            }
        }
    }

    @Test
    void answersOfAWindowAreOneAndFiveSeconds() {
        var seconds = new TreeSet<Integer>();
        for (int duration : WindowBenchmark.durations(1_000)) {
            seconds.add(duration);
        }
        assertThat(seconds).containsExactly(1, 5);
    }

    @Test
    void timesAreOrderedForLeastAndMedian() {
        var times = new Times(java.util.List.of(3.0, 1.0, 2.0, 10.0));
        assertThat(times.min()).isEqualTo(1);
        assertThat(times.median()).isEqualTo(2.5);
    }
}
