package dev.elm4j.environment;

import java.util.List;
import java.util.SplittableRandom;

/** The context of {@link Context#unmetered}. */
record UnmeteredContext(long seed, int size) implements Context {

    @Override
    public SplittableRandom random(int index) {
        return Streams.of(seed, Streams.Step.EVALUATE, index);
    }

    @Override
    public <M> Calls<M> calls(M model) {
        return new Calls<>() {
            @Override
            public <Q, A> List<A> ask(Exchange<? super M, Q, A> exchange, List<Call<Q>> calls) {
                return exchange.perform(model, calls.stream().map(Call::request).toList(), () -> false);
            }
        };
    }

    @Override
    public boolean cancelled() {
        return false;
    }
}
