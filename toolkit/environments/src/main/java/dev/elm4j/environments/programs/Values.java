package dev.elm4j.environments.programs;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Compares and prints values that came out of a sandbox, or are expected to. */
final class Values {

    private static final int SHOWN = 200;
    /** Of a larger one the decimal digits take long to find. */
    private static final int SHOWN_BITS = 700;

    private Values() {}

    /**
     * Whether two values are the same: numbers by their worth (1 is 1.0, NaN is NaN), lists in order, maps in any order.
     *
     * @param tolerance greatest difference of two numbers, relative to the greater one's magnitude where that is over 1; 0
     *     for none
     */
    static boolean equal(Object expected, Object value, double tolerance) {
        if (expected instanceof Number wanted && value instanceof Number given) {
            return equalNumbers(wanted, given, tolerance);
        }
        if (expected instanceof List<?> wanted && value instanceof List<?> given) {
            return equalLists(wanted, given, tolerance);
        }
        if (expected instanceof Map<?, ?> wanted && value instanceof Map<?, ?> given) {
            return equalMaps(wanted, given, tolerance);
        }
        if (expected instanceof byte[] wanted && value instanceof byte[] given) {
            return Arrays.equals(wanted, given);
        }
        return expected == null ? value == null : expected.equals(value);
    }

    private static boolean equalNumbers(Number wanted, Number given, double tolerance) {
        if (!isFinite(wanted) || !isFinite(given)) {
            return Double.compare(wanted.doubleValue(), given.doubleValue()) == 0;
        }
        BigDecimal difference = exact(wanted).subtract(exact(given)).abs();
        if (difference.signum() == 0 || tolerance == 0) {
            return difference.signum() == 0;
        }
        BigDecimal magnitude = exact(wanted).abs().max(exact(given).abs()).max(BigDecimal.ONE);
        return difference.compareTo(new BigDecimal(tolerance).multiply(magnitude)) <= 0;
    }

    private static boolean isFinite(Number number) {
        return !(number instanceof Double || number instanceof Float) || Double.isFinite(number.doubleValue());
    }

    private static BigDecimal exact(Number number) {
        if (number instanceof Double || number instanceof Float) {
            return new BigDecimal(number.doubleValue());
        }
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        return number instanceof BigInteger whole ? new BigDecimal(whole) : new BigDecimal(number.longValue());
    }

    private static boolean equalLists(List<?> wanted, List<?> given, double tolerance) {
        if (wanted.size() != given.size()) {
            return false;
        }
        Iterator<?> others = given.iterator();
        for (Object one : wanted) {
            if (!equal(one, others.next(), tolerance)) {
                return false;
            }
        }
        return true;
    }

    private static boolean equalMaps(Map<?, ?> wanted, Map<?, ?> given, double tolerance) {
        if (wanted.size() != given.size()) {
            return false;
        }
        var byKey = new HashMap<Object, Object>();
        given.forEach((key, value) -> byKey.put(key(key), value));
        return byKey.size() == given.size()
                && wanted.entrySet().stream()
                        .allMatch(one -> byKey.containsKey(key(one.getKey()))
                                && equal(one.getValue(), byKey.get(key(one.getKey())), tolerance));
    }

    /** A key that is equal where numbers are equal by their worth. */
    private static Object key(Object key) {
        if (key instanceof List<?> list) {
            return Arrays.asList(list.stream().map(Values::key).toArray());
        }
        if (key instanceof Double || key instanceof Float) {
            double number = ((Number) key).doubleValue();
            boolean isWhole = Double.isFinite(number) && number == Math.rint(number);
            return isWhole ? new BigDecimal(number).toBigInteger() : (Object) number;
        }
        return key instanceof Number whole
                ? exact(whole).toBigInteger()
                : key instanceof byte[] bytes ? Arrays.toString(bytes) : key;
    }

    /** A text that differs wherever values differ, kinds included. */
    static String identity(Object value) {
        if (value instanceof byte[] bytes) {
            return "bytes" + Arrays.toString(bytes);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Values::identity).collect(Collectors.joining(",", "[", "]"));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> identity(entry.getKey()) + ":" + identity(entry.getValue()))
                    .sorted()
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof String text) {
            return whole(text);
        }
        return value instanceof Double number ? "d" + number : String.valueOf(value);
    }

    /** A value as people write it, at most 200 characters. */
    static String text(Object value) {
        String all = whole(value);
        return all.length() <= SHOWN ? all : all.substring(0, SHOWN - 1) + "\u2026";
    }

    private static String whole(Object value) {
        if (value instanceof String text) {
            return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
        }
        if (value instanceof byte[] bytes) {
            return bytes.length + " bytes";
        }
        if (value instanceof BigInteger large && large.bitLength() > SHOWN_BITS) {
            return "an integer of " + large.bitLength() + " bits";
        }
        if (value instanceof List<?> list) {
            return list.stream().limit(SHOWN).map(Values::whole).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .limit(SHOWN)
                    .map(entry -> whole(entry.getKey()) + ": " + whole(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return String.valueOf(value);
    }
}
