package dev.elm4j.search;

import dev.elm4j.environment.Calls;
import dev.elm4j.environment.Context;
import dev.elm4j.environment.Exchange;
import dev.elm4j.environment.Streams;
import dev.elm4j.environment.Usage;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * The context of one step of one batch: streams by candidate number, and calls booked to the candidates that made them.
 * Used by one thread.
 */
final class BatchContext implements Context {

    /** A call that ended in an exception was made all the same: a resumed run must count it too. */
    private static final Usage UNANSWERED = new Usage(1, 0, 0);

    private final long seed;
    private final Streams.Step step;
    private final long[] numbers;
    private final Meter meter;
    private final BooleanSupplier cancelled;
    private final Usage[] usage;

    BatchContext(long seed, Streams.Step step, long[] numbers, Meter meter, BooleanSupplier cancelled) {
        this.seed = seed;
        this.step = step;
        this.numbers = numbers;
        this.meter = meter;
        this.cancelled = cancelled;
        this.usage = new Usage[numbers.length];
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

    private <M, Q, A> List<A> perform(M model, Exchange<? super M, Q, A> exchange, List<Calls.Call<Q>> calls) {
        checkCancelled();
        meter.take(calls.size());
        List<Usage> costs = Collections.nCopies(calls.size(), UNANSWERED);
        try {
            List<A> answers = exchange.perform(
                    model, calls.stream().map(Calls.Call::request).toList(), cancelled);
            if (answers.size() != calls.size()) {
                throw new IllegalStateException(
                        "The model was asked %d times, but gave %d answers.".formatted(calls.size(), answers.size()));
            }
            costs = IntStream.range(0, calls.size())
                    .mapToObj(i -> exchange.usage(calls.get(i).request(), answers.get(i)))
                    .toList();
            return answers;
        } finally {
            book(calls, costs);
        }
    }

    private void book(List<? extends Calls.Call<?>> calls, List<Usage> costs) {
        for (int i = 0; i < costs.size(); i++) {
            int index = calls.get(i).index();
            usage[index] = usage[index].plus(costs.get(i));
        }
    }
}
