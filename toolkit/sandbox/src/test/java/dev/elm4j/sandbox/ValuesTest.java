package dev.elm4j.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static Object thereAndBack(Object value) throws Exception {
        return Values.decode(JSON.readTree(JSON.writeValueAsBytes(Values.encode(value))));
    }

    @Test
    void randomValuesComeBackEqual() throws Exception {
        var random = new SplittableRandom(20261127);
        for (int i = 0; i < 2_000; i++) {
            Object value = value(random, 4);
            assertThat(thereAndBack(value)).isEqualTo(value);
        }
    }

    private static Object value(SplittableRandom random, int depth) {
        return switch (random.nextInt(depth == 0 ? 7 : 9)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> random.nextInt();
            case 3 -> (Object) (random.nextLong() | 1L << 40);
            case 4 ->
                BigInteger.valueOf(random.nextLong())
                        .shiftLeft(random.nextInt(64, 300))
                        .setBit(200);
            case 5 -> Double.longBitsToDouble(random.nextLong());
            case 6 -> text(random);
            case 7 -> {
                var list = new ArrayList<Object>();
                random.ints(random.nextInt(4)).forEach(n -> list.add(value(random, depth - 1)));
                yield list;
            }
            default -> {
                var map = new LinkedHashMap<Object, Object>();
                random.ints(random.nextInt(4))
                        .forEach(n -> map.put(value(random, depth - 1), value(random, depth - 1)));
                yield map;
            }
        };
    }

    private static String text(SplittableRandom random) {
        return random.ints(random.nextInt(8), 0, 0x11000)
                .filter(point -> point < 0xD800 || point > 0xDFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    void whatIsNearlyAValueBecomesOne() throws Exception {
        assertThat(thereAndBack(new int[][] {{1}, {}})).isEqualTo(List.of(List.of(1), List.of()));
        assertThat(thereAndBack(new double[] {1, Double.NaN})).isEqualTo(List.of(1.0, Double.NaN));
        assertThat(thereAndBack(new Object[] {"a", null})).isEqualTo(java.util.Arrays.asList("a", null));
        assertThat(thereAndBack(Set.of(1))).isEqualTo(List.of(1));
        assertThat(thereAndBack('c')).isEqualTo("c");
        assertThat(thereAndBack(1.5f)).isEqualTo(1.5);
        assertThat(thereAndBack((short) 7)).isEqualTo(7);
        assertThat(thereAndBack("half \uD83D pair")).isEqualTo("half ? pair");
        assertThat((byte[]) thereAndBack(new byte[] {1, -1})).containsExactly(1, -1);
    }

    @Test
    void doublesStayDoublesAndWholeNumbersWhole() {
        assertThat(Values.encode(1.0).toString()).isEqualTo("1.0");
        assertThat(Values.encode(1e300).toString()).contains("E");
        assertThat(Values.encode(1L).toString()).isEqualTo("1");
    }

    @Test
    void whatDoesNotTravelIsRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Values.encode(List.of(new Date())))
                .withMessageContaining("java.util.Date");
        var circle = new ArrayList<Object>();
        circle.add(circle);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Values.encode(circle))
                .withMessageContaining("50 deep");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"d\":\"1\"}",
                "{\"d\":1}",
                "{\"b\":\"!\"}",
                "{\"m\":[[1]]}",
                "{\"m\":{}}",
                "{\"r\":\"x\"}",
                "{\"d\":\"NaN\",\"b\":\"\"}"
            })
    void marksThatAreNoneAreRefused(String json) throws Exception {
        JsonNode node = JSON.readTree(json);
        assertThatIllegalArgumentException().isThrownBy(() -> Values.decode(node));
    }

    @Test
    void depthIsCheckedAgain() throws Exception {
        JsonNode deep = JSON.readTree("[".repeat(52) + "]".repeat(52));
        assertThatIllegalArgumentException().isThrownBy(() -> Values.decode(deep));
        assertThat(Values.decode(deep.get(0))).isInstanceOf(List.class);
    }

    /** Long and Double keys of hash code 0, which Java's maps search one by one; lists of one code alike. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aMapWhoseKeysShareAHashCodeIsNotReadAsOne(boolean lists) {
        var keys = new ArrayList<Object>();
        for (int i = 1; i <= 26; i++) {
            long twice = (long) i << 32 | i;
            keys.add(lists ? List.of(i, -31 * i) : (Object) twice);
            keys.add(lists ? List.of(-i, 31 * i) : (Object) Double.longBitsToDouble(twice));
        }
        assertThat(keys.stream().map(Object::hashCode).distinct()).hasSize(1);
        var map = new LinkedHashMap<Object, Object>();
        keys.subList(0, 50).forEach(key -> map.put(key, 1));
        assertThat(Values.decode(Values.encode(map))).isEqualTo(map);
        keys.forEach(key -> map.put(key, 1));
        assertThat(Values.decode(Values.encode(map)))
                .isEqualTo(new Outcome.Opaque("map", "a map with more than 50 keys of one hash code"));
    }

    @Test
    void manyPlacesOfAGridAreKeysOfAMap() throws Exception {
        var map = new LinkedHashMap<Object, Object>();
        for (int i = 0; i < 40_000; i++) {
            map.put(List.of(i / 200, i % 200), i);
        }
        assertThat(thereAndBack(map)).isEqualTo(map);
    }

    @Test
    void hugeValuesAreShownOnOneShortLine() {
        for (Object value : List.of(
                "x\n".repeat(100_000),
                BigInteger.TWO.pow(1_000_000),
                List.of(List.of(1, 2, "three"), Map.of("k", new byte[3])),
                java.util.Collections.nCopies(1_000_000, 1))) {
            var outcome = new Outcome(ProgramStatus.VALID, value, "", 0);
            assertThat(outcome.toString()).hasSizeLessThanOrEqualTo(80).doesNotContain("\n");
            var result = new ProgramResult(
                    ProgramStatus.VALID, "", List.of(outcome), "", "", false, Timings.NONE, List.of(), Tier.GVISOR);
            assertThat(result.toString()).hasSizeLessThanOrEqualTo(80).endsWith("(0 ms, gVisor without Docker)");
        }
        var failed = new Outcome(ProgramStatus.EXCEPTION, null, "boom\n".repeat(1_000), 0);
        assertThat(failed.toString()).hasSizeLessThanOrEqualTo(80).startsWith("EXCEPTION: boom boom");
    }
}
