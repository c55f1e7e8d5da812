package dev.elm4j.model;

import dev.elm4j.environment.Attempt;
import dev.elm4j.environment.Attempts;
import dev.elm4j.environment.ModelUnavailable;
import dev.elm4j.environment.Tokens;
import dev.elm4j.text.Excerpt;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Asks a model until it answers, or until asking again makes no sense. Every attempt is paid before it is made.
 *
 * <p>Waits are random and take real time; neither shows in a journal.
 *
 * @param model what it is called, for messages
 */
record Tries(String model, Retry retry, Waiting waiting, Attempts attempts) {

    private static final int SHOWN = 200;

    /** How it went. */
    sealed interface Outcome<A> {}

    /** The model answered. */
    record Answered<A>(A answer) implements Outcome<A> {}

    /** It did not, and another attempt is not worth it or not allowed. */
    record Failed<A>(Fault fault, RuntimeException cause, int attempts) implements Outcome<A> {

        /** What the provider said, without keys. */
        String reason() {
            String told = cause.getClass().getSimpleName() + ": " + excerpt(cause);
            return attempts == 1 ? told : told + " (after %d attempts)".formatted(attempts);
        }
    }

    /** What is asked: the requests from {@code from} to before {@code to}, and what each took of an answer. */
    record Question<A>(int from, int to, Supplier<A> ask, Function<A, List<Tokens>> used) {}

    /** @throws ModelUnavailable if no other request would fare better */
    <A> Outcome<A> answer(Question<A> question) {
        for (int number = 1; ; number++) {
            Stops.check(attempts::cancelled);
            Outcome<A> outcome = once(question, number);
            if (!(outcome instanceof Failed<A> failed)) {
                return outcome;
            }
            if (!failed.fault().isPassing() || number >= retry.attempts()) {
                return ended(failed);
            }
            waiting.pause(wait(failed), attempts::cancelled);
        }
    }

    private <A> Outcome<A> once(Question<A> question, int number) {
        try (Attempt attempt = attempts.begin(question.from(), question.to())) {
            A answer;
            try {
                answer = question.ask().get();
            } catch (NotSent stop) {
                settleNone(question, attempt);
                throw stop;
            } catch (RuntimeException exception) { // providers throw bare ones too, for instance for what is no JSON
                Stops.rethrow(exception);
                Fault fault = Fault.of(exception);
                if (fault.isTurnedAway()) {
                    settleNone(question, attempt);
                }
                return new Failed<>(fault, exception, number);
            }
            List<Tokens> used = question.used().apply(answer);
            for (int i = 0; i < used.size(); i++) {
                attempt.settle(question.from() + i, used.get(i));
            }
            return new Answered<>(answer);
        }
    }

    private static void settleNone(Question<?> question, Attempt attempt) {
        for (int i = question.from(); i < question.to(); i++) {
            attempt.settle(i, Tokens.NONE);
        }
    }

    private long wait(Failed<?> failed) {
        long usual = retry.delay(failed.attempts(), ThreadLocalRandom.current()).toNanos();
        long asked = Fault.retryAfterNanos(failed.cause()).orElse(0L);
        return Math.max(usual, Math.min(asked, retry.longest().toNanos()));
    }

    private <A> Outcome<A> ended(Failed<A> failed) {
        if (failed.fault().endsTheRun()) {
            throw new ModelUnavailable(sentence(failed)); // without its cause: whose text is not ours may hold a key
        }
        return failed;
    }

    private String sentence(Failed<?> failed) {
        if (failed.fault() == Fault.UNREACHABLE) {
            return "Nobody answers where the model %s should be, asked %d times (%s). Start its server or mend the address, and run again to go on."
                    .formatted(
                            model, failed.attempts(), failed.cause().getClass().getSimpleName());
        }
        return switch (Fault.status(failed.cause()).orElse(0)) {
            case 401 ->
                "The provider of the model %s refuses the key (HTTP 401). Give a key that is valid, by its environment variable or as the argument, and run again to go on."
                        .formatted(model);
            case 404 ->
                "The provider knows no model %s at this address (HTTP 404: %s). Check the name and the address, and run again to go on."
                        .formatted(model, excerpt(failed.cause()));
            default ->
                "The provider of the model %s answers none of its requests (%s). Mend that, and run again to go on."
                        .formatted(model, failed.reason());
        };
    }

    private static String excerpt(RuntimeException cause) {
        String message = cause.getMessage();
        return message == null ? "no message" : Excerpt.of(Secrets.hide(message, List.of()), SHOWN);
    }
}
