package dev.elm4j.sandbox.worker;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Turns values of the wire into what a parameter's type asks for, always into new objects, so that a program that
 * changes its arguments changes nobody else's.
 *
 * <p>Whole numbers fit every numeric type that holds them exactly, and {@code double}, {@code float} and {@code
 * BigDecimal}; numbers with a point fit no whole type. Where the type says nothing ({@code Object}, {@code List<?>}), a
 * whole number is the smallest of Integer, Long and BigInteger, a list an {@code ArrayList}, a map a
 * {@code LinkedHashMap}.
 */
final class Conversion {

    private static final Object[] COLLECTIONS = {
        new ArrayList<>(),
        new LinkedHashSet<>(),
        new TreeSet<>(),
        new ArrayDeque<>(),
        new LinkedList<>(),
        new PriorityQueue<>()
    };

    private Conversion() {}

    /** @throws Mismatch where the value does not fit, saying what came and what was expected */
    static Object convert(Object value, Type type) throws Mismatch {
        Class<?> raw = raw(type);
        if (value == null) {
            return nothing(raw);
        }
        if (value instanceof List<?> list) {
            return list(list, type, raw);
        }
        if (value instanceof JsonReader.Pairs pairs) {
            return map(pairs, type, raw);
        }
        if (value instanceof byte[] bytes) {
            return bytes(bytes, raw);
        }
        Object scalar = Scalars.convert(value, raw);
        if (scalar == null) {
            throw mismatch(value, raw);
        }
        return scalar;
    }

    private static Object nothing(Class<?> raw) throws Mismatch {
        if (raw.isPrimitive()) {
            throw mismatch(null, raw);
        }
        return null;
    }

    private static Object bytes(byte[] bytes, Class<?> raw) throws Mismatch {
        if (!raw.isAssignableFrom(byte[].class)) {
            throw mismatch(bytes, raw);
        }
        return bytes.clone();
    }

    private static Object list(List<?> list, Type type, Class<?> raw) throws Mismatch {
        if (raw.isArray()) {
            return array(list, element(type, raw), raw);
        }
        Collection<Object> target = collection(raw);
        if (target == null) {
            throw mismatch(list, raw);
        }
        Type element = argument(type, 0);
        for (int i = 0; i < list.size(); i++) {
            target.add(at(i, list.get(i), element));
        }
        return target;
    }

    private static Object array(List<?> list, Type element, Class<?> raw) throws Mismatch {
        Object array = Array.newInstance(raw.getComponentType(), list.size());
        for (int i = 0; i < list.size(); i++) {
            Array.set(array, i, at(i, list.get(i), element));
        }
        return array;
    }

    private static Object at(int index, Object value, Type type) throws Mismatch {
        try {
            return convert(value, type);
        } catch (Mismatch inside) {
            throw new Mismatch(
                    "[" + index + "]" + (inside.getMessage().startsWith("[") ? "" : ": ") + inside.getMessage());
        }
    }

    private static Collection<Object> collection(Class<?> raw) {
        for (Object candidate : COLLECTIONS) {
            if (raw.isInstance(candidate)) {
                return fresh(candidate.getClass());
            }
        }
        return null;
    }

    private static Collection<Object> fresh(Class<?> type) {
        if (type == ArrayList.class) {
            return new ArrayList<>();
        }
        if (type == LinkedHashSet.class) {
            return new LinkedHashSet<>();
        }
        if (type == TreeSet.class) {
            return new TreeSet<>();
        }
        if (type == ArrayDeque.class) {
            return new ArrayDeque<>();
        }
        return type == LinkedList.class ? new LinkedList<>() : new PriorityQueue<>();
    }

    private static Object map(JsonReader.Pairs pairs, Type type, Class<?> raw) throws Mismatch {
        Map<Object, Object> target;
        if (raw.isAssignableFrom(LinkedHashMap.class)) {
            target = new LinkedHashMap<>();
        } else if (raw.isAssignableFrom(TreeMap.class)) {
            target = new TreeMap<>();
        } else if (raw.isAssignableFrom(ConcurrentHashMap.class)) {
            target = new ConcurrentHashMap<>();
        } else {
            throw mismatch(pairs, raw);
        }
        for (int i = 0; i < pairs.keys().size(); i++) {
            target.put(
                    at(i, pairs.keys().get(i), argument(type, 0)),
                    at(i, pairs.values().get(i), argument(type, 1)));
        }
        return target;
    }

    private static Type argument(Type type, int index) {
        if (type instanceof ParameterizedType parameterized && parameterized.getActualTypeArguments().length > index) {
            return parameterized.getActualTypeArguments()[index];
        }
        return Object.class;
    }

    private static Type element(Type type, Class<?> raw) {
        return type instanceof GenericArrayType generic ? generic.getGenericComponentType() : raw.getComponentType();
    }

    private static Class<?> raw(Type type) {
        if (type instanceof Class<?> raw) {
            return raw;
        }
        if (type instanceof ParameterizedType parameterized) {
            return raw(parameterized.getRawType());
        }
        if (type instanceof GenericArrayType generic) {
            return Array.newInstance(raw(generic.getGenericComponentType()), 0).getClass();
        }
        if (type instanceof WildcardType wildcard) {
            Type[] lower = wildcard.getLowerBounds();
            return raw(lower.length > 0 ? lower[0] : wildcard.getUpperBounds()[0]);
        }
        return bound((TypeVariable<?>) type);
    }

    /** The bound of {@code <T extends Comparable<T>>}; a bound never leads back to its own variable. */
    private static Class<?> bound(TypeVariable<?> variable) {
        return raw(variable.getBounds()[0]);
    }

    private static Mismatch mismatch(Object value, Class<?> raw) {
        return new Mismatch(Scalars.describe(value) + " does not fit " + raw.getTypeName());
    }
}
