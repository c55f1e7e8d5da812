package dev.elm4j.sandbox.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What fits which parameter. */
class ConversionTest {

    /** Parameters of many types; the text is the type and the value, so that each row says what arrived. */
    static final class Parameters {
        static Object[] all(
                int anInt,
                long aLong,
                short aShort,
                byte aByte,
                double aDouble,
                float aFloat,
                boolean aBoolean,
                char aChar,
                Integer integer,
                Long boxedLong,
                Double boxedDouble,
                Character character,
                String string,
                CharSequence text,
                Number number,
                Object object,
                Comparable<?> comparable,
                BigInteger big,
                BigDecimal decimal,
                int[] ints,
                long[] longs,
                double[] doubles,
                String[] strings,
                int[][] table,
                char[] characters,
                Object[] objects,
                byte[] bytes,
                List<Integer> integers,
                List<?> things,
                Set<Long> longSet,
                Map<String, Double> map,
                Collection<List<Double>> lists,
                Iterable<String> iterable,
                Deque<Integer> deque,
                LinkedList<Integer> linked,
                PriorityQueue<Integer> heap,
                TreeSet<String> tree,
                SortedMap<Integer, int[]> sorted,
                List<? extends Number> numbers,
                List<Integer>[] arrayOfLists,
                Queue<Integer> queue,
                ArrayList<Integer> arrayList) {
            return new Object[0];
        }

        private Parameters() {}
    }

    private static final Map<String, Type> TYPES = types();

    private static Map<String, Type> types() {
        Map<String, Type> types = new LinkedHashMap<>();
        var method = Parameters.class.getDeclaredMethods()[0];
        for (var parameter : method.getParameters()) {
            types.put(parameter.getName(), parameter.getParameterizedType());
        }
        return types;
    }

    private static Object convert(String json, String parameter) throws Mismatch {
        Type type = TYPES.get(parameter);
        assertThat(type).as(parameter).isNotNull();
        return Conversion.convert(JsonReader.read(json), type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "3|anInt|Integer",
                "3|aLong|Long",
                "3|aShort|Short",
                "3|aByte|Byte",
                "3|aDouble|Double",
                "3|aFloat|Float",
                "3.5|aDouble|Double",
                "3.5|aFloat|Float",
                "true|aBoolean|Boolean",
                "\"c\"|aChar|Character",
                "3|integer|Integer",
                "3|boxedLong|Long",
                "3|boxedDouble|Double",
                "\"c\"|character|Character",
                "\"cd\"|string|String",
                "\"cd\"|text|String",
                "3|number|Integer",
                "3000000000|number|Long",
                "30000000000000000000|number|BigInteger",
                "3.0|number|Double",
                "3|object|Integer",
                "3000000000|object|Long",
                "30000000000000000000|object|BigInteger",
                "3.0|object|Double",
                "true|object|Boolean",
                "\"c\"|object|String",
                "[1]|object|ArrayList",
                "{\"m\":[]}|object|LinkedHashMap",
                "{\"b\":\"AA==\"}|object|byte[]",
                "3|comparable|Integer",
                "3|big|BigInteger",
                "3|decimal|BigDecimal",
                "3.5|decimal|BigDecimal",
                "[1,2]|ints|int[]",
                "[1,2]|longs|long[]",
                "[1,2.5]|doubles|double[]",
                "[\"a\",null]|strings|String[]",
                "[[1],[]]|table|int[][]",
                "\"ab\"|characters|char[]",
                "[\"a\"]|characters|char[]",
                "[1,\"a\"]|objects|Object[]",
                "{\"b\":\"AA==\"}|bytes|byte[]",
                "[1,2]|bytes|byte[]",
                "[1]|integers|ArrayList",
                "[1,\"a\"]|things|ArrayList",
                "[1,1]|longSet|LinkedHashSet",
                "{\"m\":[[\"a\",1]]}|map|LinkedHashMap",
                "[[1]]|lists|ArrayList",
                "[\"a\"]|iterable|ArrayList",
                "[1]|deque|ArrayDeque",
                "[1]|linked|LinkedList",
                "[1]|heap|PriorityQueue",
                "[\"a\"]|tree|TreeSet",
                "{\"m\":[[1,[2]]]}|sorted|TreeMap",
                "[1]|numbers|ArrayList",
                "[[1]]|arrayOfLists|List[]",
                "[1]|queue|ArrayDeque",
                "[1]|arrayList|ArrayList"
            })
    void fits(String json, String parameter, String type) throws Mismatch {
        assertThat(convert(json, parameter).getClass().getSimpleName()).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "3000000000|anInt|the number 3000000000 does not fit int",
                "3.0|anInt|the number 3.0 does not fit int",
                "true|anInt|true does not fit int",
                "\"3\"|anInt|\"3\" does not fit int",
                "null|anInt|null does not fit int",
                "[1]|anInt|a list of 1 does not fit int",
                "30000000000000000000|aLong|the number 30000000000000000000 does not fit long",
                "70000|aShort|the number 70000 does not fit short",
                "200|aByte|the number 200 does not fit byte",
                "\"ab\"|aChar|\"ab\" does not fit char",
                "3|string|the number 3 does not fit java.lang.String",
                "1|aBoolean|the number 1 does not fit boolean",
                "[1,\"x\"]|ints|[1]: \"x\" does not fit int",
                "[[1],[2,2.5]]|table|[1][1]: the number 2.5 does not fit int",
                "[null]|ints|[0]: null does not fit int",
                "[\"a\"]|integers|[0]: \"a\" does not fit java.lang.Integer",
                "{\"m\":[[1,1]]}|map|[0]: the number 1 does not fit java.lang.String",
                "{\"m\":[]}|integers|a map of 0 does not fit java.util.List",
                "[]|map|a list of 0 does not fit java.util.Map",
                "{\"b\":\"AA==\"}|ints|an array of 1 bytes does not fit int[]",
                "{\"d\":\"NaN\"}|decimal|the number NaN does not fit java.math.BigDecimal"
            })
    void doesNotFit(String json, String parameter, String message) {
        assertThatThrownBy(() -> convert(json, parameter))
                .isInstanceOf(Mismatch.class)
                .hasMessage(message);
    }

    @Test
    void elementsTakeTheTypesThatGenericsName() throws Mismatch {
        assertThat(convert("{\"m\":[[\"a\",1]]}", "map")).isEqualTo(Map.of("a", 1.0));
        assertThat(convert("[1]", "longSet")).isEqualTo(Set.of(1L));
        assertThat(convert("[[1]]", "lists")).isEqualTo(List.of(List.of(1.0)));
        assertThat(convert("[2,1]", "queue")).isInstanceOf(ArrayDeque.class);
        assertThat(convert("{\"m\":[[1,[2]]]}", "sorted")).isInstanceOf(TreeMap.class);
        assertThat(convert("null", "integers")).isNull();
    }

    @Test
    void everyCallGetsObjectsOfItsOwn() throws Mismatch {
        Object read = JsonReader.read("[[1],{\"b\":\"AA==\"},{\"m\":[]}]");
        Object one = Conversion.convert(read, Object.class);
        Object two = Conversion.convert(read, Object.class);
        for (int i = 0; i < 3; i++) {
            assertThat(((List<?>) one).get(i)).isNotSameAs(((List<?>) two).get(i));
        }
    }
}
