package dev.elm4j.model;

import dev.elm4j.environment.Failure;
import dev.langchain4j.exception.InvalidRequestException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Batches of a model in the kernel: one request that does not fit must not fail the others. */
final class Singly {

    private Singly() {}

    /** Asks about some of the requests together. */
    @FunctionalInterface
    interface Part<Q, A> {

        /**
         * @param part neighbours among the requests
         * @param first place of the first of them
         * @throws Unfit if the model refused them before it read one; they are settled
         */
        List<A> answers(List<Q> part, int first);
    }

    /** A model in the kernel refused requests before it read them, for instance because one has no room in its context. */
    static final class Unfit extends InvalidRequestException {

        private static final long serialVersionUID = 1;

        Unfit(IllegalArgumentException cause) {
            super(cause.getMessage(), cause);
        }

        Failure failure() {
            return new Failure(Failure.UNFIT, String.valueOf(getMessage()));
        }
    }

    /**
     * Asks about all together; if they are refused, about each alone.
     *
     * @param nothing the answer to a request that is refused alone, and why it is
     */
    static <Q, A> List<A> answers(List<Q> requests, Part<Q, A> ask, BiFunction<Q, Failure, A> nothing) {
        try {
            return ask.answers(requests, 0);
        } catch (Unfit refused) {
            if (requests.size() == 1) {
                return List.of(nothing.apply(requests.get(0), refused.failure()));
            }
        }
        var answers = new ArrayList<A>(requests.size());
        for (int i = 0; i < requests.size(); i++) {
            answers.add(single(requests, i, ask, nothing));
        }
        return answers;
    }

    private static <Q, A> A single(List<Q> requests, int place, Part<Q, A> ask, BiFunction<Q, Failure, A> nothing) {
        try {
            return ask.answers(requests.subList(place, place + 1), place).get(0);
        } catch (Unfit refused) {
            return nothing.apply(requests.get(place), refused.failure());
        }
    }
}
