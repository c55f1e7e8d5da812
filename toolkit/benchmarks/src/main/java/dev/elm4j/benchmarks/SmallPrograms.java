package dev.elm4j.benchmarks;

import dev.elm4j.sandbox.Language;
import dev.elm4j.sandbox.Program;

/** The programs that the sandbox is measured on: what a model writes, about ten lines of Python and forty of Java. */
final class SmallPrograms {

    static final Program PYTHON = Program.python(
            """
            import math

            def digits(number):
                return [int(digit) for digit in str(number)]

            def run(number):
                total = sum(digit * digit for digit in digits(number))
                words = sorted({"w%d" % (i % 17) for i in range(number % 100)})
                return [total, math.isqrt(number), len(words)]
            """,
            "run");

    static final Program JAVA = Program.java(
            """
            import java.util.ArrayList;
            import java.util.List;
            import java.util.TreeSet;

            public final class Small {

                private static List<Integer> digits(int number) {
                    var digits = new ArrayList<Integer>();
                    for (char digit : Integer.toString(number).toCharArray()) {
                        digits.add(digit - '0');
                    }
                    return digits;
                }

                private static long squares(List<Integer> digits) {
                    long total = 0;
                    for (int digit : digits) {
                        total += (long) digit * digit;
                    }
                    return total;
                }

                private static int words(int number) {
                    var words = new TreeSet<String>();
                    for (int i = 0; i < number % 100; i++) {
                        words.add("w" + i % 17);
                    }
                    return words.size();
                }

                private static long root(int number) {
                    return (long) Math.sqrt(number);
                }

                public static List<Object> run(int number) {
                    return List.of(squares(digits(number)), root(number), words(number));
                }
            }
            """,
            "run");

    private SmallPrograms() {}

    static Program in(Language language) {
        return language == Language.PYTHON ? PYTHON : JAVA;
    }
}
