package dev.elm4j.model;

import java.util.List;

/**
 * Asks how likely each of some completions is after a prompt.
 *
 * <pre>{@code
 * new LikelihoodRequest("", "The soup was delicious. That is", List.of(" good", " bad"));
 * }</pre>
 *
 * @param prefix the beginning that many requests share, such as an instruction with examples; a model in the kernel
 *     keeps its work on it because it is declared here, never because of what was asked before. May be empty
 * @param body the rest of the prompt
 * @param completions at least one, such as {@code " positive"} and {@code " negative"}
 */
public record LikelihoodRequest(String prefix, String body, List<String> completions) {

    public LikelihoodRequest {
        completions = List.copyOf(completions);
        if (completions.isEmpty() || completions.contains("")) {
            throw new IllegalArgumentException(
                    "A likelihood request needs at least 1 completion and none empty, but got %s."
                            .formatted(completions));
        }
    }

    /** Prefix and body. */
    public String prompt() {
        return prefix + body;
    }
}
