package dev.elm4j.local;

import dev.elm4j.model.Likelihoods;
import java.util.Arrays;
import java.util.List;

/**
 * One prompt of a scoring batch, with the completions to score after it.
 *
 * @param prompt tokens of the whole prompt, at least one
 * @param completions tokens of each completion, at least one each
 * @param sums where the log-probabilities are added up, one per completion
 */
record ScoredRow(long[] prompt, List<long[]> completions, double[] sums) {

    static ScoredRow of(long[] prompt, List<long[]> completions) {
        return new ScoredRow(prompt, completions, new double[completions.size()]);
    }

    /** Tokens of all completions after their first ones: these must go through the decoder too. */
    int branches() {
        return completionTokens() - completions.size();
    }

    /** Tokens of the text with the longest completion. */
    int longest() {
        return prompt.length
                + completions.stream().mapToInt(tokens -> tokens.length).max().orElse(0);
    }

    /** How many tokens at the beginning are the same, leaving at least one of the prompt. */
    int shared(long[] prefix) {
        int mismatch = Arrays.mismatch(prompt, prefix);
        int same = mismatch < 0 ? prompt.length : mismatch;
        return Math.min(same, prompt.length - 1);
    }

    Likelihoods likelihoods(int reused) {
        return new Likelihoods(Arrays.stream(sums).boxed().toList(), prompt.length - reused + completionTokens());
    }

    private int completionTokens() {
        return completions.stream().mapToInt(tokens -> tokens.length).sum();
    }
}
