package dev.elm4j.local;

import dev.elm4j.model.CompletionRequest;
import dev.elm4j.model.LikelihoodRequest;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns requests into tokens, and says so where they do not fit into the model's context. Used on one thread only.
 *
 * @param tokenizer of the model
 * @param context most tokens of a text
 */
record PromptTokens(TextTokenizer tokenizer, int context) {

    /** The tokens of a beginning; none for an empty one. */
    long[] beginning(String text) {
        return text.isEmpty() ? new long[0] : tokenizer.prompt(text);
    }

    /** @throws IllegalArgumentException if prompt and answer are longer than the context */
    TextRow row(CompletionRequest request) {
        long[] prompt = prompt(request.prompt());
        int most = request.sampling().maxTokens();
        if (prompt.length + most > context) {
            throw new IllegalArgumentException(
                    "The prompt has %,d tokens and the answer may have %,d, together %,d, but the model sees only %,d. Shorten the prompt or lower maxTokens."
                            .formatted(prompt.length, most, prompt.length + most, context));
        }
        return new TextRow(request, prompt);
    }

    /** @throws IllegalArgumentException if prompt and completion are longer than the context */
    ScoredRow row(LikelihoodRequest request) {
        List<long[]> completions = new ArrayList<>();
        for (String completion : request.completions()) {
            long[] tokens = tokenizer.encode(completion);
            if (tokens.length == 0) {
                throw noTokens("completion", completion);
            }
            completions.add(tokens);
        }
        ScoredRow row = ScoredRow.of(prompt(request.prompt()), completions);
        if (row.longest() > context) {
            throw new IllegalArgumentException(
                    "The prompt has %,d tokens, %,d with its longest completion, but the model sees only %,d. Shorten the prompt."
                            .formatted(row.prompt().length, row.longest(), context));
        }
        return row;
    }

    private long[] prompt(String text) {
        long[] tokens = tokenizer.prompt(text);
        if (tokens.length == 0) {
            throw noTokens("prompt", text);
        }
        return tokens;
    }

    private static IllegalArgumentException noTokens(String what, String text) {
        return new IllegalArgumentException(
                "The %s '%s' has no tokens: it is empty or has only characters that the model does not know. Add some text."
                        .formatted(what, text));
    }
}
