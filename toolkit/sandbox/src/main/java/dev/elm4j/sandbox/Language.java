package dev.elm4j.sandbox;

/**
 * The language of a program.
 *
 * <pre>{@code
 * Language.PYTHON.word();   // "python"
 * }</pre>
 */
public enum Language {
    /** Java 17: one source file; the entry point is a public static method. */
    JAVA("java"),
    /** Python 3: one module; the entry point is a function at its top level. */
    PYTHON("python");

    private final String word;

    Language(String word) {
        this.word = word;
    }

    /** Its name on the wire and in journals: {@code "java"}, {@code "python"}. */
    public String word() {
        return word;
    }
}
