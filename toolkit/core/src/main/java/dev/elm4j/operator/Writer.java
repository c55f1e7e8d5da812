package dev.elm4j.operator;

import static java.util.Objects.requireNonNull;

/**
 * Who writes for an operator: by it, credit is told apart.
 *
 * <pre>{@code
 * new Writer("gpt-4o-mini", "rewrite-1").model();   // "gpt-4o-mini"
 * Writer.NONE.model();                              // ""
 * }</pre>
 *
 * @param model what a person calls the model; empty if there is none
 * @param prompt name of the prompt with its version; empty if there is none
 */
public record Writer(String model, String prompt) {

    /** Nobody: a numeric operator. */
    public static final Writer NONE = new Writer("", "");

    public Writer {
        requireNonNull(model, "model");
        requireNonNull(prompt, "prompt");
    }
}
