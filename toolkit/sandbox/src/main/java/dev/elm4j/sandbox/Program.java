package dev.elm4j.sandbox;

import static java.util.Objects.requireNonNull;

/**
 * A source that nobody has read, and the function of it that is called.
 *
 * <pre>{@code
 * var program = Program.java("public class Solution { public static int run(int n) { return n + 1; } }", "run");
 * program.toString();   // "java run, 1 line"
 * }</pre>
 *
 * @param language Java or Python
 * @param source one file
 * @param entryPoint a function of the module ({@code "run"}); in Java a public static method ({@code "run"} or
 *     {@code "Solution.run"})
 */
public record Program(Language language, String source, String entryPoint) {

    public Program {
        requireNonNull(language, "language");
        requireNonNull(source, "source");
        requireNonNull(entryPoint, "entryPoint");
        if (!entryPoint.matches("[A-Za-z_$][\\w$]*(\\.[A-Za-z_$][\\w$]*)*")) {
            throw new IllegalArgumentException(
                    "entryPoint must be a name such as run or Solution.run, but is \"" + entryPoint + "\"");
        }
    }

    /** A Python module and the function to call. */
    public static Program python(String source, String entryPoint) {
        return new Program(Language.PYTHON, source, entryPoint);
    }

    /** A Java source file and the static method to call. */
    public static Program java(String source, String entryPoint) {
        return new Program(Language.JAVA, source, entryPoint);
    }

    /** Language, entry point and size; at most 80 characters. */
    @Override
    public String toString() {
        long lines = source.lines().count();
        String rest = ", %,d line%s".formatted(lines, lines == 1 ? "" : "s");
        return Shown.line(language.word() + " " + entryPoint, 80 - rest.length()) + rest;
    }
}
