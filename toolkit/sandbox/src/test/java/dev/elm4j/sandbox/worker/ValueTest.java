package dev.elm4j.sandbox.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Values on their way out and in. */
class ValueTest {

    private static final long ROOM = 1 << 20;

    private static String write(Object value) throws TooLarge {
        return new String(ValueWriter.write(value, ROOM), UTF_8);
    }

    @Test
    void randomValuesComeBackAsTheyWere() throws Exception {
        Random random = new Random(11);
        for (int i = 0; i < 2_000; i++) {
            Object value = value(random, 4);
            String text = write(value);
            Object back = Conversion.convert(JsonReader.read(text), Object.class);
            assertThat(same(back, value)).as(text).isTrue();
            assertThat(write(back)).isEqualTo(text);
        }
    }

    /** Equal in values and types, arrays by what they hold. */
    private static boolean same(Object one, Object other) {
        if (one instanceof List<?> a && other instanceof List<?> b) {
            return a.size() == b.size() && IntStream.range(0, a.size()).allMatch(i -> same(a.get(i), b.get(i)));
        }
        if (one instanceof Map<?, ?> a && other instanceof Map<?, ?> b) {
            return same(new ArrayList<>(a.keySet()), new ArrayList<>(b.keySet()))
                    && same(new ArrayList<>(a.values()), new ArrayList<>(b.values()));
        }
        return Objects.deepEquals(one, other);
    }

    private static Object value(Random random, int depth) {
        switch (random.nextInt(depth > 0 ? 10 : 8)) {
            case 0:
                return null;
            case 1:
                return random.nextBoolean();
            case 2:
                return random.nextInt();
            case 3:
                return 1 + (random.nextLong() | 1L << 40); // never as small as an Integer
            case 4:
                return new BigInteger(80 + random.nextInt(200), random).setBit(79);
            case 5:
                return real(random);
            case 6:
                return text(random);
            case 7:
                byte[] bytes = new byte[random.nextInt(5)];
                random.nextBytes(bytes);
                return bytes;
            case 8:
                List<Object> list = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    list.add(value(random, depth - 1));
                }
                return list;
            default:
                Map<Object, Object> map = new LinkedHashMap<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    map.put(random.nextBoolean() ? (Object) text(random) : random.nextInt(), value(random, depth - 1));
                }
                return map;
        }
    }

    private static Double real(Random random) {
        double[] special = {
            Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0, Double.MIN_VALUE, 1e300
        };
        return random.nextInt(3) == 0 ? special[random.nextInt(special.length)] : random.nextGaussian();
    }

    private static String text(Random random) {
        int[] some = {0, 9, 10, 31, '"', '\\', '/', 'a', 127, 0xE9, 0x2028, 0xFFFF, 0x1F600};
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.appendCodePoint(some[random.nextInt(some.length)]);
        }
        return text.toString();
    }

    @Test
    void typesOfTheJdkHaveTheirForms() throws Exception {
        assertThat(write(new int[][] {{1}, {}})).isEqualTo("[[1],[]]");
        assertThat(write(new char[] {'a', 'b'})).isEqualTo("\"ab\"");
        assertThat(write('c')).isEqualTo("\"c\"");
        assertThat(write(new Object[] {1.5f, (short) 2, null})).isEqualTo("[1.5,2,null]");
        assertThat(write(new byte[] {1, 2})).isEqualTo("{\"b\":\"AQI=\"}");
        assertThat(write(new ArrayDeque<>(List.of(2, 1)))).isEqualTo("[2,1]");
        assertThat(write(new TreeSet<>(Set.of(10, 9)))).isEqualTo("[9,10]");
        assertThat(write("\ud800x")).isEqualTo("\"\ufffdx\"");
        assertThat(write(new BigDecimal("1.50"))).isEqualTo("{\"r\":\"1.50\",\"t\":\"java.math.BigDecimal\"}");
        assertThat(write(-0.0)).isEqualTo("-0.0");
    }

    @Test
    void orderThatAHashDecidesIsReplacedByTheOrderOfTexts() throws Exception {
        assertThat(write(new HashSet<>(List.of("b", "a", "c")))).isEqualTo("[\"a\",\"b\",\"c\"]");
        assertThat(write(Set.of(3, 1, 2))).isEqualTo("[1,2,3]");
        assertThat(write(new HashMap<>(Map.of("z", 1, "y", List.of(2))))).isEqualTo("{\"m\":[[\"y\",[2]],[\"z\",1]]}");
        Map<Object, Object> ordered = new LinkedHashMap<>();
        ordered.put("z", 1);
        ordered.put("y", 2);
        assertThat(write(ordered)).isEqualTo("{\"m\":[[\"z\",1],[\"y\",2]]}");
        assertThat(write(Set.of(Set.of(2, 1), Set.of(4, 3)))).isEqualTo("[[1,2],[3,4]]");
    }

    private record Own(int x) {}

    private static final class OwnList extends ArrayList<Object> {
        private static final long serialVersionUID = 1;

        @Override
        public int size() {
            return Integer.MAX_VALUE;
        }

        @Override
        public String toString() {
            return "x".repeat(5_000);
        }
    }

    @Test
    void whatIsNotTheJdksIsItsText() throws Exception {
        assertThat(write(new Own(3))).isEqualTo("{\"r\":\"Own[x=3]\",\"t\":\"" + Own.class.getName() + "\"}");
        assertThat(write(List.of(new OwnList())))
                .isEqualTo("[{\"r\":\"" + "x".repeat(1_000) + "\",\"t\":\"" + OwnList.class.getName() + "\"}]");
    }

    @Test
    void bytesAreCountedWhileTheyAreWritten() throws Exception {
        assertThat(ValueWriter.write("aé", 5)).hasSize(5);
        assertThatThrownBy(() -> ValueWriter.write("aé", 4)).isInstanceOf(TooLarge.class);
        Object[] large = {
            Collections.nCopies(1_000_000_000, 1),
            Collections.nCopies(1_000_000, Collections.nCopies(1_000_000, "")),
            "x".repeat(2_000_000),
            new byte[2_000_000],
            new char[2_000_000],
            BigInteger.ONE.shiftLeft(100_000_000),
            new long[2_000_000]
        };
        for (Object value : large) {
            assertThatThrownBy(() -> ValueWriter.write(value, ROOM))
                    .isInstanceOf(TooLarge.class)
                    .hasMessageContaining("bytes");
        }
    }

    @Test
    void depthIsBoundedSoThatCirclesEnd() throws Exception {
        List<Object> circle = new ArrayList<>();
        circle.add(circle);
        Map<Object, Object> loop = new HashMap<>();
        loop.put("self", loop);
        for (Object value : Arrays.asList(circle, loop, nested(51))) {
            assertThatThrownBy(() -> ValueWriter.write(value, ROOM))
                    .isInstanceOf(TooLarge.class)
                    .hasMessage("the value is nested deeper than 50");
        }
        assertThat(write(nested(50))).isEqualTo("[".repeat(50) + "]".repeat(50));
    }

    private static List<Object> nested(int depth) {
        return depth == 1 ? List.of() : List.of(nested(depth - 1));
    }

    @Test
    void inputsThatAreNoValuesAreRefused() {
        for (String text :
                List.of("", "[", "[1,]", "{\"x\":1}", "{\"d\":\"x\"}", "{\"m\":[1]}", "tru", "\"a", "\"\\u12", "1 2")) {
            assertThatThrownBy(() -> JsonReader.read(text)).as(text).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> JsonReader.read("[".repeat(1_000))).isInstanceOf(IllegalArgumentException.class);
    }
}
