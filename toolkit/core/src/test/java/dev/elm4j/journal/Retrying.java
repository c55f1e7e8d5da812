package dev.elm4j.journal;

import dev.elm4j.environment.Attempt;
import dev.elm4j.environment.Attempts;
import dev.elm4j.environment.TextForm;
import dev.elm4j.environment.Tokens;
import java.util.List;
import java.util.function.UnaryOperator;

/** Asks up to three times; an attempt that ends in an exception counts in full. */
record Retrying() implements TextForm {

    @Override
    public String kind() {
        return "retried text";
    }

    @Override
    public boolean batched() {
        return false;
    }

    @Override
    public List<String> perform(UnaryOperator<String> model, List<String> requests, Attempts attempts) {
        for (int attempt = 1; ; attempt++) {
            try (Attempt paid = attempts.begin(0)) {
                String answer = model.apply(requests.get(0));
                paid.settle(0, Tokens.of(requests.get(0).length(), answer.length()));
                return List.of(answer);
            } catch (IllegalStateException fault) {
                if (attempt == 3) {
                    throw fault;
                }
            }
        }
    }
}
