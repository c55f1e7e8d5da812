package dev.elm4j.sandbox.worker;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/** Booleans, texts and numbers of the wire as Java's types. */
final class Scalars {

    private static final int SHOWN = 40;

    private Scalars() {}

    /** The value as that type, primitives boxed, or null where it does not fit. */
    static Object convert(Object value, Class<?> type) {
        if (value instanceof Boolean) {
            return type == boolean.class || type.isInstance(value) ? value : null;
        }
        if (value instanceof String text) {
            return text(text, type);
        }
        if (value instanceof Double real) {
            return real(real, type);
        }
        return value instanceof Long small ? whole(small, type) : big((BigInteger) value, type);
    }

    private static Object text(String text, Class<?> type) {
        if (type.isInstance(text)) {
            return text;
        }
        if (type == char[].class) {
            return text.toCharArray();
        }
        return text.length() == 1 && (type == char.class || type == Character.class) ? text.charAt(0) : null;
    }

    private static Object real(Double real, Class<?> type) {
        if (type == double.class || type.isInstance(real)) {
            return real;
        }
        if (type == float.class || type == Float.class) {
            return real.floatValue();
        }
        return type == BigDecimal.class && Double.isFinite(real) ? new BigDecimal(real.toString()) : null;
    }

    private static Object whole(long number, Class<?> type) {
        if (type == int.class || type == Integer.class) {
            return number == (int) number ? (Object) (int) number : null;
        }
        if (type == long.class || type == Long.class) {
            return number;
        }
        if (type == short.class || type == Short.class) {
            return number == (short) number ? (Object) (short) number : null;
        }
        if (type == byte.class || type == Byte.class) {
            return number == (byte) number ? (Object) (byte) number : null;
        }
        if (type.isAssignableFrom(Integer.class)) { // Object, Number, Comparable
            return number == (int) number ? (Object) (int) number : (Object) number;
        }
        return inexact(BigInteger.valueOf(number), type);
    }

    private static Object big(BigInteger number, Class<?> type) {
        return type != BigInteger.class && type.isInstance(number) ? number : inexact(number, type);
    }

    private static Object inexact(BigInteger number, Class<?> type) {
        if (type == BigInteger.class) {
            return number;
        }
        if (type == BigDecimal.class) {
            return new BigDecimal(number);
        }
        if (type == double.class || type == Double.class) {
            return number.doubleValue();
        }
        return type == float.class || type == Float.class ? (Object) number.floatValue() : null;
    }

    /** What came, in few words. */
    static String describe(Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof List<?> list) {
            return "a list of " + list.size();
        }
        if (value instanceof JsonReader.Pairs pairs) {
            return "a map of " + pairs.keys().size();
        }
        if (value instanceof byte[] bytes) {
            return "an array of " + bytes.length + " bytes";
        }
        String text = value.toString();
        String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
        return value instanceof String ? "\"" + shown + "\"" : value instanceof Number ? "the number " + shown : shown;
    }
}
