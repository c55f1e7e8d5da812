package dev.elm4j.search;

import com.fasterxml.jackson.databind.JsonNode;
import dev.elm4j.environment.Exchange;
import dev.elm4j.environment.ModelUnavailable;
import dev.elm4j.environment.Tokens;
import dev.elm4j.environment.Usage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
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
        if (!purse.tape().isActive()) {
            ask(purse, cancelled, IntStream.range(0, requests.size()).boxed().toList());
            return answers;
        }
        List<JsonNode> written = requests.stream()
                .map(request -> exchange.request(model, request))
                .toList();
        List<Integer> missing = IntStream.range(0, requests.size())
                .filter(i -> !replayed(i, written.get(i), purse, cancelled))
                .boxed()
                .toList();
        if (!missing.isEmpty()) {
            missing.forEach(i -> requireAskable(i, written.get(i), purse, cancelled));
            ask(purse, cancelled, missing);
            purse.tape()
                    .record(missing.stream()
                            .map(i -> recorded(i, written.get(i)))
                            .toList());
        }
        return answers;
    }

    private RecordedCall recorded(int i, JsonNode request) {
        return new RecordedCall(keys.get(i), exchange.kind(), request, exchange.encode(answers.get(i)), usage[i]);
    }

    private boolean replayed(int i, JsonNode request, Purse purse, BooleanSupplier cancelled) {
        Optional<Tape.Found> found = purse.tape().find(keys.get(i), exchange.kind(), request);
        found.ifPresent(answer -> {
            if (!answer.isPaid()) { // it stops where the original did: that one had to reserve its worst case
                Usage worst = purse.worst(model, exchange.worst(model, requests.get(i)));
                purse.settle(purse.reserve(worst, cancelled), worst, answer.usage());
            }
            usage[i] = answer.usage();
            answers.set(i, exchange.decode(answer.answer()));
        });
        return found.isPresent();
    }

    /** An offline run ends at its budget, if that is where it is, and not at a missing answer. */
    private void requireAskable(int i, JsonNode request, Purse purse, BooleanSupplier cancelled) {
        try {
            purse.tape().requireOnline(keys.get(i), exchange.kind(), request);
        } catch (ModelUnavailable missing) {
            purse.requireRoom(purse.worst(model, exchange.worst(model, requests.get(i))), cancelled);
            throw missing;
        }
    }

    private void ask(Purse purse, BooleanSupplier cancelled, List<Integer> missing) {
        List<Q> asked = missing.stream().map(requests::get).toList();
        List<Tokens> worst =
                asked.stream().map(request -> exchange.worst(model, request)).toList();
        var till = new Till(purse, model, worst, cancelled);
        try {
            List<A> given = exchange.perform(model, asked, till);
            if (given.size() != asked.size()) {
                throw new IllegalStateException(
                        "The model was asked %d times, but gave %d answers.".formatted(asked.size(), given.size()));
            }
            for (int i = 0; i < given.size(); i++) {
                answers.set(missing.get(i), given.get(i));
            }
        } finally {
            for (int i = 0; i < asked.size(); i++) {
                usage[missing.get(i)] = till.used(i);
            }
        }
    }
}
