package dev.elm4j.prompting;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Finds what is wrong with a solution, in words that a model can mend it by: a compiler's message, a failing case.
 *
 * <pre>{@code
 * Check ends = text -> text.endsWith(".") ? Optional.empty() : Optional.of("The last sentence has no full stop.");
 * Check.named("full-stop", ends).fault("Hello").orElseThrow();      // "The last sentence has no full stop."
 * }</pre>
 *
 * <p>The same solution has the same fault each time, or a run cannot be repeated. It is called from several threads at once.
 * Programs that a model wrote are checked in a sandbox only.
 */
@FunctionalInterface
public interface Check {

    /** What is wrong, or empty if nothing is. */
    Optional<String> fault(String solution);

    /** Its name, part of a run's identity; change it with the check. Default {@code check}. */
    default String name() {
        return "check";
    }

    /** A check with this name. */
    static Check named(String name, Check check) {
        requireNonNull(name, "name");
        requireNonNull(check, "check");
        return new Check() {
            @Override
            public Optional<String> fault(String solution) {
                return check.fault(solution);
            }

            @Override
            public String name() {
                return name;
            }
        };
    }
}
