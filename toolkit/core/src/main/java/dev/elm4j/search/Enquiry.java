package dev.elm4j.search;

import com.fasterxml.jackson.databind.JsonNode;
import dev.elm4j.environment.Exchange;
import dev.elm4j.environment.ModelUnavailable;
import dev.elm4j.environment.RunEnded;
import dev.elm4j.environment.Tokens;
import dev.elm4j.environment.Usage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Some requests that are made together: answers that are on the tape are taken from there, the model is asked for the others,
 * and what it says is on the tape before anybody sees it. Used by one thread.
 */
final class Enquiry<M, Q, A> {

    private final Exchange<? super M, Q, A> exchange;
    private final M model;
    private final List<CallKey> keys;
    private final List<Q> requests;
    private final List<A> answers;
    private final Usage[] usage;

    Enquiry(Exchange<? super M, Q, A> exchange, M model, List<CallKey> keys, List<Q> requests) {
        this.exchange = exchange;
        this.model = model;
        this.keys = keys;
        this.requests = requests;
        this.answers = new ArrayList<>(Collections.nCopies(requests.size(), null));
        this.usage = new Usage[requests.size()];
        Arrays.fill(usage, Usage.NONE);
    }

    /** What a request cost so far, whether it was answered or not. */
    Usage usage(int request) {
        return usage[request];
    }

    List<A> answers(Purse purse, BooleanSupplier cancelled) {
        try {
            return given(purse, cancelled);
        } catch (RunEnded end) {
            throw purse.ending(end);
        }
    }

    private List<A> given(Purse purse, BooleanSupplier cancelled) {
        if (!purse.tape().isActive()) {
            List<Integer> all = IntStream.range(0, requests.size()).boxed().toList();
            perform(till(all, purse, cancelled), all, purse);
            return answers;
        }
        List<JsonNode> written = requests.stream()
                .map(request -> exchange.request(model, request))
                .toList();
        List<Integer> missing = replayed(written, purse, cancelled);
        if (!missing.isEmpty()) {
            purse.awaitEarlier(cancelled);
            requireAskable(written, missing, purse, cancelled);
            asked(written, missing, purse, cancelled);
        }
        return answers;
    }

    /** Takes what is on the tape; gives the places of what is not. */
    private List<Integer> replayed(List<JsonNode> written, Purse purse, BooleanSupplier cancelled) {
        var missing = new ArrayList<Integer>();
        var found = new ArrayList<Tape.Found>();
        for (int i = 0; i < written.size(); i++) {
            CallKey key = keys.get(i);
            JsonNode request = written.get(i);
            Optional<Tape.Found> call = purse.taped(() -> purse.tape().find(key, exchange.kind(), request));
            found.add(call.orElse(null));
            if (call.isEmpty() || call.get().call().reply() instanceof Reply.Stopped) {
                missing.add(i);
            }
        }
        var repetition = new Repetition(found.stream().filter(Objects::nonNull).toList());
        repetition.pay(purse, cancelled);
        for (int i = 0; i < found.size(); i++) {
            usage[i] = found.get(i) == null ? Usage.NONE : cost(found.get(i).call());
        }
        repetition.requireAffordable(purse, cancelled);
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i) != null) {
                take(i, found.get(i).call(), purse);
            }
        }
        return missing;
    }

    /** A call that was stopped is made anew, and costs its candidate what it costs now. */
    private static Usage cost(RecordedCall call) {
        return call.reply() instanceof Reply.Stopped ? Usage.NONE : call.usage();
    }

    private void take(int i, RecordedCall call, Purse purse) {
        if (call.reply() instanceof Reply.Threw threw) {
            throw threw.fault();
        }
        if (call.reply() instanceof Reply.Answered answered) {
            answers.set(i, decoded(call, answered.json(), purse));
        }
    }

    /** A recorded answer that cannot be read must not count against a candidate, nor be paid again unasked. */
    private A decoded(RecordedCall call, JsonNode json, Purse purse) {
        try {
            return exchange.decode(json);
        } catch (RuntimeException fault) {
            throw purse.ending(new ModelUnavailable(
                    "The recorded answer of call '%s' (%s) cannot be read: %s. Was its cassette edited, or written by another version? Restore it, or take the line of this call out of it; then the model is asked again."
                            .formatted(call.key(), call.kind(), fault),
                    fault));
        }
    }

    /** An offline run ends at its budget, if that is where it is, and not at a missing answer. */
    private void requireAskable(List<JsonNode> written, List<Integer> missing, Purse purse, BooleanSupplier cancelled) {
        try {
            for (int i : missing) {
                purse.tape().requireOnline(keys.get(i), exchange.kind(), written.get(i));
            }
        } catch (ModelUnavailable offline) {
            purse.requireRoom(
                    missing.stream()
                            .map(i -> purse.worst(model, exchange.worst(model, requests.get(i))))
                            .reduce(Usage.NONE, Usage::plus),
                    cancelled);
            throw purse.ending(offline);
        }
    }

    private void asked(List<JsonNode> written, List<Integer> missing, Purse purse, BooleanSupplier cancelled) {
        Till till = till(missing, purse, cancelled);
        List<Reply> replies;
        try {
            perform(till, missing, purse);
            replies = missing.stream()
                    .<Reply>map(i -> new Reply.Answered(exchange.encode(answers.get(i))))
                    .toList();
        } catch (Exception | StackOverflowError | AssertionError | LinkageError fault) { // what fails the candidate
            ending(fault, till, purse)
                    .map(reply -> Collections.nCopies(missing.size(), reply))
                    .ifPresent(all -> record(written, missing, till, purse, all));
            throw fault;
        }
        record(written, missing, till, purse, replies);
    }

    private void record(List<JsonNode> written, List<Integer> missing, Till till, Purse purse, List<Reply> replies) {
        var calls = new ArrayList<RecordedCall>();
        for (int at = 0; at < missing.size(); at++) {
            int i = missing.get(at);
            calls.add(new RecordedCall(keys.get(i), exchange.kind(), written.get(i), replies.get(at), till.used(at)));
        }
        purse.taped(() -> purse.tape().record(calls));
    }

    /** What a replay must know of a call without an answer; nothing where the next session asks again. */
    private static Optional<Reply> ending(Throwable fault, Till till, Purse purse) {
        if (fault instanceof RunEnded end) {
            purse.ending(end);
        }
        if (purse.isEnding()) {
            return purse.isSpent() ? Optional.of(new Reply.Stopped(purse.budget())) : Optional.empty();
        }
        return till.cancelled() || fault instanceof CancellationException
                ? Optional.empty()
                : Optional.of(new Reply.Threw(fault.toString()));
    }

    private Till till(List<Integer> asked, Purse purse, BooleanSupplier cancelled) {
        List<Tokens> worst =
                asked.stream().map(i -> exchange.worst(model, requests.get(i))).toList();
        return new Till(purse, model, worst, cancelled);
    }

    private void perform(Till till, List<Integer> asked, Purse purse) {
        try {
            List<A> given =
                    exchange.perform(model, asked.stream().map(requests::get).toList(), till);
            purse.requireGoingOn(); // an exchange that caught the end of the run has no answer
            if (given.size() != asked.size()) {
                throw new IllegalStateException(
                        "The model was asked %d times, but gave %d answers.".formatted(asked.size(), given.size()));
            }
            for (int at = 0; at < given.size(); at++) {
                answers.set(asked.get(at), given.get(at));
            }
        } finally {
            for (int at = 0; at < asked.size(); at++) {
                usage[asked.get(at)] = usage[asked.get(at)].plus(till.used(at));
            }
        }
    }
}
