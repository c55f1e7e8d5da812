package dev.elm4j.operator;

import static java.util.Objects.requireNonNull;

import dev.elm4j.environment.Failure;

/**
 * What an operator made of one plan: a solution, or the reason why there is none, with the prompt and the answer it came
 * from.
 *
 * <pre>{@code
 * Proposal<String> good = Proposal.of("The soup was hot.");
 * Proposal<String> bad = Proposal.failed(new Failure(Failure.NO_SOLUTION, "The answer is blank."));
 * bad.asked("Write a sentence.", "");   // the same, with prompt and answer
 * }</pre>
 *
 * @param <S> type of a solution
 */
public sealed interface Proposal<S> {

    /** What the model was asked; empty for an operator without a model. */
    String prompt();

    /** What the model answered, as it came; empty for an operator without a model. */
    String answer();

    /** A copy with this prompt and answer. */
    Proposal<S> asked(String prompt, String answer);

    /** A proposed solution. */
    static <S> Proposal<S> of(S solution) {
        return new Solved<>(solution, "", "");
    }

    /** No solution. */
    static <S> Proposal<S> failed(Failure failure) {
        return new Failed<>(failure, "", "");
    }

    /** A proposed solution. */
    record Solved<S>(S solution, String prompt, String answer) implements Proposal<S> {

        public Solved {
            requireNonNull(solution, "solution");
        }

        @Override
        public Solved<S> asked(String prompt, String answer) {
            return new Solved<>(solution, prompt, answer);
        }
    }

    /** No solution, and why. */
    record Failed<S>(Failure failure, String prompt, String answer) implements Proposal<S> {

        public Failed {
            requireNonNull(failure, "failure");
        }

        @Override
        public Failed<S> asked(String prompt, String answer) {
            return new Failed<>(failure, prompt, answer);
        }
    }
}
