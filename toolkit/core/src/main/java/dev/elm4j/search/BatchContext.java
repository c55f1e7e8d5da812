package dev.elm4j.search;

import dev.elm4j.environment.Calls;
import dev.elm4j.environment.Context;
import dev.elm4j.environment.Exchange;
import dev.elm4j.environment.Streams;
import dev.elm4j.environment.Usage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/**
 * The context of one step of one batch: streams by candidate number, and calls booked to the candidates that made them.
 * Used by one thread.
 */
final class BatchContext implements Context {

    private final long seed;
    private final Streams.Step step;
    private final long[] numbers;
    private final Purse purse;
    private final BooleanSupplier cancelled;
    private final Usage[] usage;
    private final int[] calls;

    BatchContext(long seed, Streams.Step step, long[] numbers, Purse purse, BooleanSupplier cancelled) {
        this.seed = seed;
        this.step = step;
        this.numbers = numbers;
        this.purse = purse;
        this.cancelled = cancelled;
        this.usage = new Usage[numbers.length];
        this.calls = new int[numbers.length];
        Arrays.fill(usage, Usage.NONE);
    }

    @Override
    public int size() {
        return numbers.length;
    }

    @Override
    public SplittableRandom random(int index) {
        return Streams.of(seed, step, numbers[index]);
    }

    @Override
    public boolean cancelled() {
        return cancelled.getAsBoolean();
    }

    Usage usage(int index) {
        return usage[index];
    }

    @Override
    public <M> Calls<M> calls(M model) {
        Objects.requireNonNull(model, "model");
        return new Calls<>() {
            @Override
            public <Q, A> List<A> ask(Exchange<? super M, Q, A> exchange, List<Call<Q>> calls) {
                return perform(model, exchange, calls);
            }
        };
    }

    private <M, Q, A> List<A> perform(M model, Exchange<? super M, Q, A> exchange, List<Calls.Call<Q>> wanted) {
        if (exchange.batched()) {
            return together(model, exchange, wanted);
        }
        var answers = new ArrayList<A>(wanted.size());
        for (Calls.Call<Q> one : wanted) {
            answers.addAll(together(model, exchange, List.of(one)));
        }
        return answers;
    }

    private <M, Q, A> List<A> together(M model, Exchange<? super M, Q, A> exchange, List<Calls.Call<Q>> wanted) {
        checkCancelled();
        List<CallKey> keys = wanted.stream().map(call -> key(call.index())).toList();
        var enquiry = new Enquiry<>(
                exchange, model, keys, wanted.stream().map(Calls.Call::request).toList());
        try {
            return enquiry.answers(purse, cancelled);
        } finally { // what ended in an exception was paid all the same
            for (int i = 0; i < wanted.size(); i++) {
                int index = wanted.get(i).index();
                usage[index] = usage[index].plus(enquiry.usage(i));
            }
        }
    }

    private CallKey key(int index) {
        return new CallKey(step, numbers[index], calls[index]++);
    }
}
