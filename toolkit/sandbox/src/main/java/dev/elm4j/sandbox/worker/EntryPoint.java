package dev.elm4j.sandbox.worker;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;

/**
 * The static methods of one name, of which a call takes the one that its arguments fit.
 *
 * <p>Methods of as many parameters as there are arguments come before those of variable arity; among several, the one of
 * the narrowest parameters is taken, as a Java compiler would, and the order of declaration decides nothing.
 */
final class EntryPoint {

    private final String name;
    private final List<Method> methods;

    private EntryPoint(String name, List<Method> methods) {
        this.name = name;
        this.methods = methods;
    }

    /** @throws NoSuchMethodException where neither the class nor those above it have a static method of that name */
    static EntryPoint find(Class<?> type, String name) throws NoSuchMethodException {
        List<Method> methods = new ArrayList<>();
        for (Class<?> above = type; above != null && above != Object.class; above = above.getSuperclass()) {
            for (Method method : above.getDeclaredMethods()) {
                if (method.getName().equals(name)
                        && Modifier.isStatic(method.getModifiers())
                        && !method.isSynthetic()) {
                    method.setAccessible(true);
                    methods.add(method);
                }
            }
        }
        if (methods.isEmpty()) {
            throw new NoSuchMethodException("the class " + type.getName() + " has no static method " + name);
        }
        return new EntryPoint(name, methods);
    }

    /** A method and its converted arguments. */
    record Call(Method method, Object[] arguments) {

        Object run() throws InvocationTargetException, IllegalAccessException {
            return method.invoke(null, arguments);
        }
    }

    /** @throws Mismatch where the arguments fit none of the methods */
    Call call(List<?> arguments) throws Mismatch {
        Call best = null;
        Mismatch reason = null;
        for (boolean variable : new boolean[] {false, true}) {
            for (Method method : methods) {
                if (accepts(method, arguments.size(), variable)) {
                    try {
                        best = better(best, new Call(method, convert(method, arguments, variable)));
                    } catch (Mismatch different) {
                        reason = reason == null ? different : reason;
                    }
                }
            }
            if (best != null) {
                return best;
            }
        }
        throw reason == null ? wrongNumber(arguments.size()) : reason;
    }

    private static boolean accepts(Method method, int count, boolean variable) {
        int parameters = method.getParameterCount();
        return variable ? method.isVarArgs() && count >= parameters - 1 : count == parameters;
    }

    private static Object[] convert(Method method, List<?> arguments, boolean variable) throws Mismatch {
        Type[] types = method.getGenericParameterTypes();
        Object[] converted = new Object[types.length];
        int fixed = variable ? types.length - 1 : types.length;
        for (int i = 0; i < fixed; i++) {
            converted[i] = argument(i, arguments.get(i), types[i]);
        }
        if (variable) {
            converted[fixed] = argument(fixed, arguments.subList(fixed, arguments.size()), types[fixed]);
        }
        return converted;
    }

    private static Object argument(int index, Object value, Type type) throws Mismatch {
        try {
            return Conversion.convert(value, type);
        } catch (Mismatch inside) {
            String where = inside.getMessage().startsWith("[") ? "" : ": ";
            throw new Mismatch("argument " + (index + 1) + where + inside.getMessage());
        }
    }

    private static Call better(Call best, Call other) {
        if (best == null) {
            return other;
        }
        int difference = width(other.method) - width(best.method);
        if (difference == 0) {
            difference = signature(other.method).compareTo(signature(best.method));
        }
        return difference < 0 ? other : best;
    }

    private static final Class<?>[] NARROW_FIRST = {
        boolean.class, char.class, byte.class, short.class, int.class, long.class, float.class, double.class,
        Boolean.class, Character.class, Byte.class, Short.class, Integer.class, Long.class, Float.class, Double.class
    };

    private static int width(Method method) {
        int width = 0;
        for (Class<?> type : method.getParameterTypes()) {
            int place = 0;
            while (place < NARROW_FIRST.length && NARROW_FIRST[place] != type) {
                place++;
            }
            width += type == Object.class ? 2 * NARROW_FIRST.length : place;
        }
        return width;
    }

    private static String signature(Method method) {
        StringBuilder types = new StringBuilder();
        for (Class<?> type : method.getParameterTypes()) {
            types.append(type.getName()).append(' ');
        }
        return types.toString();
    }

    private Mismatch wrongNumber(int count) {
        StringBuilder known = new StringBuilder();
        boolean one = false;
        for (Method method : methods) {
            one = method.getParameterCount() == 1;
            known.append(known.length() == 0 ? "" : " or ").append(method.getParameterCount());
        }
        return new Mismatch(name + " takes " + known + (one ? " argument" : " arguments") + ", but " + count + " came");
    }
}
