package dev.elm4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elm4j.sandbox.Tier;
import org.junit.jupiter.api.Test;

/** The program runs, on tiny sizes, in the tier that costs least; how long it takes is nobody's business here. */
class SandboxBenchmarkTest {

    @Test
    void theTierOfProcessesIsMeasured() throws InterruptedException {
        SandboxBenchmark.measure(1, 2, 0, Tier.SEPARATED_PROCESS, Tier.PROCESS);
    }

    @Test
    void programsInOneProcessAreMeasured() {
        assertThat(OpenElmWay.inProcess(1, 3).orElseThrow().seconds()).hasSize(3);
    }
}
