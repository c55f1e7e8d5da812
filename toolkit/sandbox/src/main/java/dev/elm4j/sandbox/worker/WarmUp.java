package dev.elm4j.sandbox.worker;

/** Compiles a program of the usual kind a few times, so that the first real one does not wait for cold code. */
final class WarmUp {

    private static final int TIMES = 4;

    private static final String PROGRAM =
            """
            import java.util.*;
            import java.util.stream.*;

            public class Solution {
                record Point(double x, double y) {}

                enum Kind { LINE, CURVE }

                interface Shape { double size(); }

                static final class Circle implements Shape {
                    private final Point centre;
                    private final double radius;
                    Circle(Point centre, double radius) { this.centre = centre; this.radius = radius; }
                    @Override public double size() { return Math.PI * radius * radius; }
                }

                static <T extends Comparable<T>> T largest(List<T> values) {
                    T best = values.get(0);
                    for (T value : values) { if (value.compareTo(best) > 0) { best = value; } }
                    return best;
                }

                public static Object run(int number, String text) {
                    Map<String, List<Integer>> groups = new TreeMap<>();
                    for (int i = 0; i < number; i++) {
                        groups.computeIfAbsent(text + i % 3, key -> new ArrayList<>()).add(i * i);
                    }
                    int[] sums = IntStream.range(0, number).map(i -> i * 2).toArray();
                    String joined = groups.values().stream().flatMap(List::stream)
                            .map(String::valueOf).collect(Collectors.joining(","));
                    try {
                        if (number > 1000) { throw new IllegalStateException("too many: " + number); }
                    } catch (IllegalStateException large) { return large.getMessage(); }
                    switch (Kind.values()[number % 2]) {
                        case LINE: return joined + sums.length;
                        default: return new Circle(new Point(1, number), 2.5).size() > 3 ? largest(List.of(1, 2)) : null;
                    }
                }
            }
            """;

    private WarmUp() {}

    static void run() {
        for (int i = 0; i < TIMES; i++) {
            Compiler.compile("warm", PROGRAM.replace("1000", String.valueOf(1000 + i)), "run", "strict");
        }
        Compiler.compile("warm", PROGRAM.replace("number % 2", "nimber % 2"), "run", "warn"); // an error's words
    }
}
