package dev.elm4j.search;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What came of a call that was made.
 *
 * <pre>{@code
 * new Reply.Threw("java.lang.IllegalStateException: out of order").fault().getMessage();   // "out of order"
 * }</pre>
 */
public sealed interface Reply {

    /**
     * An answer.
     *
     * @param json as the exchange wrote it
     */
    record Answered(JsonNode json) implements Reply {

        public Answered {
            requireNonNull(json, "json");
        }
    }

    /**
     * The exchange threw an exception, of which the candidate's failure was made.
     *
     * @param text of the exception, as {@link Throwable#toString} gives it
     */
    record Threw(String text) implements Reply {

        public Threw {
            requireNonNull(text, "text");
        }

        /** An exception that reads like the one that was thrown, so that a replay makes the same failure of it. */
        public RuntimeException fault() {
            return new RecordedFault(text);
        }
    }

    /**
     * The budget was spent before there was an answer. A replay with this very budget ends here, too; whoever can pay more asks
     * again.
     *
     * @param budget its caps on calls, tokens and price
     */
    record Stopped(Budget budget) implements Reply {

        public Stopped {
            budget = new Budget(Budget.UNLIMITED, budget.calls(), budget.tokens(), budget.nanoUsd());
        }
    }
}
