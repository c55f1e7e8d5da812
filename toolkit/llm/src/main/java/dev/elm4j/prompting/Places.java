package dev.elm4j.prompting;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which places a prompt of an operator must and may have.
 *
 * @param needed without any of these the prompt would not show what it is about
 * @param others it may have
 */
record Places(Set<String> needed, Set<String> others) {

    /** @throws IllegalArgumentException with a sentence, if the prompt lacks a place or has an unknown one */
    Prompt checked(Prompt prompt) {
        var missing = new TreeSet<>(needed);
        missing.removeAll(prompt.places());
        var unknown = new TreeSet<>(prompt.places());
        unknown.removeAll(needed);
        unknown.removeAll(others);
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("Prompt '%s' has no place %s. Write it where it is to be filled in; %s."
                    .formatted(prompt.label(), shown(missing), all()));
        }
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("Prompt '%s' has the place %s, which nothing fills here; %s."
                    .formatted(prompt.label(), shown(unknown), all()));
        }
        return prompt;
    }

    private String all() {
        String more = others.isEmpty() ? "no others" : shown(new TreeSet<>(others));
        return "it needs %s and may have %s".formatted(shown(new TreeSet<>(needed)), more);
    }

    private static String shown(Set<String> names) {
        return names.stream().map(name -> "{{" + name + "}}").collect(Collectors.joining(", "));
    }
}
