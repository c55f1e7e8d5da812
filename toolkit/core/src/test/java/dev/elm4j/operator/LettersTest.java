package dev.elm4j.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LettersTest extends OperatorContract<String> {

    @Override
    Operator<String> operator() {
        return Letters.lowercase();
    }

    @Override
    List<String> parents() {
        return List.of("hello world");
    }

    @Test
    void editsPlacesAndLettersAreEquallyLikely() {
        var counts = new TreeMap<String, Long>();
        TestDraws.children(Letters.of("abc"), 60_000, "xy").forEach(child -> counts.merge(child, 1L, Long::sum));
        // 2 deletions (1/6 each), 2 places times 3 letters replaced (1/18), 3 places times 3 letters inserted (1/27).
        assertThat(counts).hasSize(2 + 6 + 9).containsKeys("x", "y", "xa", "by", "cxy", "xcy", "xya");
        double[] expected = counts.keySet().stream()
                .mapToDouble(child -> List.of(0.0, 1 / 6.0, 1 / 18.0, 1 / 27.0).get(child.length()))
                .toArray();
        long[] observed = counts.values().stream().mapToLong(count -> count).toArray();
        assertThat(TestDraws.chiSquared(observed, expected)).isLessThan(58.32); // p = 1e-6, 16 degrees of freedom
    }

    @Test
    void aChildAlwaysDiffersFromItsParent() {
        for (String parent : List.of("", "a", "aaaa")) {
            assertThat(TestDraws.children(Letters.of("a"), 200, parent)).doesNotContain(parent);
            assertThat(TestDraws.children(Letters.of("ab"), 200, parent)).doesNotContain(parent);
        }
    }

    @Test
    void lettersOutsideTheBasicPlaneStayWhole() {
        for (String child : TestDraws.children(Letters.of("\uD83D\uDE00\uD83D\uDE01"), 200, "\uD83D\uDE00b")) {
            assertThat(child.codePoints()).allMatch(letter -> letter == 0x1F600 || letter == 0x1F601 || letter == 'b');
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "aba"})
    void rejectsAnAlphabetThatIsNone(String alphabet) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Letters.of(alphabet))
                .withMessageContaining("'" + alphabet + "'");
    }
}
