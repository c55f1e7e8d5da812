package dev.elm4j.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.elm4j.archive.Axis;
import dev.elm4j.archive.Statistics;
import dev.elm4j.functions.Functions;
import dev.elm4j.operator.Gaussian;
import dev.elm4j.operator.IsoLine;
import dev.elm4j.operator.Operator;
import org.junit.jupiter.api.Test;

/**
 * 25 iterations of pyribs' sphere experiment against pyribs itself: 100 dimensions, 100 x 100 cells, batches of 540
 * from x0 = 0. The reference is 20 runs of pyribs 0.10.0 ({@code pip install ribs==0.10.0}), a
 * {@code GridArchive(solution_dim=100, dims=(100, 100), ranges=[(-256, 256)] * 2)} with one emitter, either
 * {@code GaussianEmitter(archive, sigma=0.5, x0=np.zeros(100), batch_size=540)} or {@code IsoLineEmitter(archive,
 * iso_sigma=0.5, line_sigma=0.2, x0=np.zeros(100), batch_size=540)}, in a {@code Scheduler} asked and told 25 times; seeds
 * 1000, 2000, … 20000 of the archive, one more of the emitter. A run lies within three standard deviations of their mean in
 * 997 of 1,000 cases. The whole experiment, 10,000 iterations, is the benchmark {@code SphereExperiment}.
 */
class SphereReferenceTest {

    private static Statistics after25Iterations(Operator<double[]> operator) {
        Search<double[]> search = Search.of(Functions.sphere(100))
                .operators(operator)
                .axes(
                        Axis.of("first half", -256, 256).bins(100),
                        Axis.of("second half", -256, 256).bins(100))
                .batch(540)
                .seed(1);
        search.run(25 * 540);
        return search.archive().statistics();
    }

    @Test
    void mapElitesFindsWhatThatOfPyribsFinds() {
        Statistics found = after25Iterations(Gaussian.of(0.5));
        assertThat(found.qdScore()).isCloseTo(58_512, within(3 * 2_059.0));
        assertThat(found.coverage()).isCloseTo(0.06651, within(3 * 0.00250));
    }

    @Test
    void lineMapElitesFindsWhatThatOfPyribsFinds() {
        Statistics found = after25Iterations(IsoLine.of(0.5, 0.2));
        assertThat(found.qdScore()).isCloseTo(102_909, within(3 * 4_082.0));
        assertThat(found.coverage()).isCloseTo(0.12123, within(3 * 0.00479));
    }
}
