package dev.elm4j.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.elm4j.archive.Axis;
import dev.elm4j.archive.Statistics;
import dev.elm4j.archive.Tessellation;
import dev.elm4j.functions.Functions;
import dev.elm4j.operator.Gaussian;
import dev.elm4j.operator.IsoLine;
import dev.elm4j.operator.Operator;
import org.junit.jupiter.api.Test;

/**
 * 1,000 iterations of pyribs' sphere experiment against pyribs itself: 100 dimensions, 100 x 100 cells, batches of 540
 * from x0 = 0. The reference is 10 runs of pyribs 0.10.0 ({@code pip install ribs==0.10.0}), a
 * {@code GridArchive(solution_dim=100, dims=(100, 100), ranges=[(-256, 256)] * 2)} with one emitter, either
 * {@code GaussianEmitter(archive, sigma=0.5, x0=np.zeros(100), batch_size=540)} or {@code IsoLineEmitter(archive,
 * iso_sigma=0.5, line_sigma=0.2, x0=np.zeros(100), batch_size=540)}, in a {@code Scheduler} asked and told 1,000 times;
 * seeds 1000, 2000, … 10000 of the archive, one more of the emitter. A run lies within three standard deviations of
 * their mean in 997 of 1,000 cases. The whole experiment, 10,000 iterations, is the benchmark {@code SphereExperiment}.
 */
class SphereReferenceTest {

    private static final Axis[] AXES = {
        Axis.of("first half", -256, 256).bins(100),
        Axis.of("second half", -256, 256).bins(100)
    };

    private static Statistics after1000Iterations(Operator<double[]> operator, Tessellation cells) {
        Search<double[]> search = Search.of(Functions.sphere(100), RunOpener.forgetful())
                .operators(operator)
                .tessellation(cells)
                .batch(540)
                .seed(1);
        search.run(1_000 * 540);
        return search.archive().statistics();
    }

    @Test
    void mapElitesFindsWhatThatOfPyribsFinds() {
        Statistics found = after1000Iterations(Gaussian.of(0.5), Tessellation.grid(AXES));
        assertThat(found.qdScore()).isCloseTo(290_067, within(3 * 1_931.0));
        assertThat(found.coverage()).isCloseTo(0.34657, within(3 * 0.00276));
    }

    @Test
    void lineMapElitesFindsWhatThatOfPyribsFinds() {
        Statistics found = after1000Iterations(IsoLine.of(0.5, 0.2), Tessellation.grid(AXES));
        assertThat(found.qdScore()).isCloseTo(401_510, within(3 * 2_290.0));
        assertThat(found.coverage()).isCloseTo(0.48661, within(3 * 0.00326));
    }

    /** 8 runs; a {@code CVTArchive} over 10,000 centroids of scikit-learn's k-means on 100,000 samples, and the Gaussian. */
    @Test
    void cvtMapElitesFindsWhatThatOfPyribsFinds() {
        Statistics found = after1000Iterations(Gaussian.of(0.5), Tessellation.cvt(10_000, 1, AXES));
        assertThat(found.qdScore()).isCloseTo(287_358, within(3 * 3_545.0));
        assertThat(found.coverage()).isCloseTo(0.34334, within(3 * 0.00561));
    }
}
