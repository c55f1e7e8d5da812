package dev.elm4j.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.elm4j.environment.Context;
import dev.elm4j.environment.Score;
import dev.elm4j.operator.Gaussian;
import dev.elm4j.search.Search;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FunctionsTest {

    private static Score score(double... x) {
        return (Score) Functions.sphere(x.length)
                .evaluate(List.of(x), Context.unmetered(0, 1))
                .get(0);
    }

    @Test
    void theSphereIsBestAtItsCentreAndZeroAtTheFarCorner() {
        double[] optimum = new double[10];
        Arrays.fill(optimum, 2.048);
        double[] corner = new double[10];
        Arrays.fill(corner, -5.12);
        assertThat(score(optimum).objective()).isCloseTo(100, within(1e-9));
        assertThat(score(corner).objective()).isCloseTo(0, within(1e-9));
    }

    @Test
    void coordinatesBeyondTheBoundFoldBack() {
        assertThat(score(3, 10.24).measures().toArray()).containsExactly(3, 0.5);
    }

    @Test
    void searchFillsTheMapAndClimbs() {
        var search = Search.of(Functions.sphere(4)).operators(Gaussian.of(1)).seed(1);
        search.run(100);
        double early = search.progress().statistics().qdScore();
        search.run(3_000);
        assertThat(search.progress().statistics().qdScore()).isGreaterThan(2 * early);
        assertThat(search.archive().best().objective()).isGreaterThan(95);
    }

    @Test
    void oneDimensionIsTooFew() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Functions.sphere(1))
                .withMessageContaining("at least 2");
    }
}
