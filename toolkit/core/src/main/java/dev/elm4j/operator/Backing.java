package dev.elm4j.operator;

import static java.util.Objects.requireNonNull;

/**
 * Who writes for an operator: by it, credit is told apart.
 *
 * <pre>{@code
 * new Backing("gpt-4o-mini", "rewrite-1").model();   // "gpt-4o-mini"
 * Backing.NONE.model();                              // ""
 * }</pre>
 *
 * @param model what a person calls the model; empty if there is none
 * @param prompt name of the prompt with its version; empty if there is none
 */
public record Backing(String model, String prompt) {

    /** Nobody: a numeric operator. */
    public static final Backing NONE = new Backing("", "");

    public Backing {
        requireNonNull(model, "model");
        requireNonNull(prompt, "prompt");
    }
}
