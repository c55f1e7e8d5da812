package dev.elm4j.sandbox;

import static java.util.Objects.requireNonNull;

/**
 * What the guard found in a source, as a sentence with its line.
 *
 * <pre>{@code
 * new Finding(3, "import", "os is not there for programs").toString();   // "line 3: os is not there for programs"
 * }</pre>
 *
 * @param line of the source, from 1; 0 where none is known
 * @param rule a short name of the rule, such as {@code "import"}
 * @param message a sentence that may go back into a prompt
 */
public record Finding(int line, String rule, String message) {

    public Finding {
        requireNonNull(rule, "rule");
        requireNonNull(message, "message");
        if (line < 0) {
            throw new IllegalArgumentException("line must be 0 (unknown) or more, but is " + line);
        }
    }

    @Override
    public String toString() {
        return line == 0 ? message : "line " + line + ": " + message;
    }
}
