package dev.elm4j.environments.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When a value of a program is the right one. */
class ValuesTest {

    private static double exact(Object expected, Object value) {
        return CaseScore.exact().score(Case.given().expects(expected), value);
    }

    @Test
    void numbersAreComparedByTheirWorth() {
        assertThat(exact(1, 1L)).isEqualTo(1);
        assertThat(exact(1, 1.0)).isEqualTo(1);
        assertThat(exact(1, BigInteger.ONE)).isEqualTo(1);
        assertThat(exact(9007199254740993L, 9007199254740992.0)).isZero();
        assertThat(exact(0.1 + 0.2, 0.3)).isZero();
        assertThat(exact(Double.NaN, Double.NaN)).isEqualTo(1);
        assertThat(exact(1, Double.NaN)).isZero();
        assertThat(exact(Double.POSITIVE_INFINITY, Double.MAX_VALUE)).isZero();
        assertThat(exact(1, true)).isZero();
        assertThat(exact(1, "1")).isZero();
    }

    @Test
    void aToleranceIsRelativeForLargeNumbersOnly() {
        Case large = Case.given().expects(1_000_000);
        assertThat(CaseScore.close(1e-6).score(large, 1_000_000.9)).isEqualTo(1);
        assertThat(CaseScore.close(1e-6).score(large, 1_000_002)).isZero();
        assertThat(CaseScore.close(1e-6).score(Case.given().expects(0), 2e-6)).isZero();
        assertThat(CaseScore.close(1e-6).score(Case.given().expects(List.of(1.0)), List.of(1.0000001)))
                .isEqualTo(1);
    }

    @Test
    void listsAndMapsAreComparedPieceByPiece() {
        assertThat(exact(List.of(1, List.of("a")), List.of(1L, List.of("a")))).isEqualTo(1);
        assertThat(exact(List.of(1, 2), List.of(2, 1))).isZero();
        assertThat(exact(Map.of(1, "a", 2, "b"), Map.of(2L, "b", 1L, "a"))).isEqualTo(1);
        assertThat(exact(Map.of(1, "a"), Map.of(1L, "b"))).isZero();
        assertThat(exact(Map.of(1, "a"), Map.of(1.0, "a"))).isEqualTo(1);
        assertThat(exact(Map.of(List.of(1), "a"), Map.of(List.of(1.0), "a"))).isEqualTo(1);
        assertThat(exact(Arrays.asList((Object) null), Arrays.asList((Object) null)))
                .isEqualTo(1);
        assertThat(exact(new byte[] {1}, new byte[] {1})).isEqualTo(1);
        assertThat(exact(null, 0)).isZero();
    }

    @Test
    void aHugeNumberIsToldByItsSize() {
        assertThat(Values.text(List.of(BigInteger.ONE.shiftLeft(100_000)))).isEqualTo("[an integer of 100001 bits]");
        assertThat(Values.text(BigInteger.TEN.pow(30))).isEqualTo("1" + "0".repeat(30));
    }
}
