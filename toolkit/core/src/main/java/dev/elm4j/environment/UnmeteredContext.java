package dev.elm4j.environment;

import java.util.List;
import java.util.SplittableRandom;

/** The context of {@link Context#unmetered}. */
record UnmeteredContext(long seed, int size) implements Context {

    static final Attempts FREE = new Attempts() {
        @Override
        public boolean cancelled() {
            return Thread.currentThread().isInterrupted();
        }

        @Override
        public Attempt begin(int from, int to) {
            return new Attempt() {
                @Override
                public void settle(int request, Tokens tokens) {}

                @Override
                public void close() {}
            };
        }
    };

    @Override
    public SplittableRandom random(int index) {
        return Streams.of(seed, Streams.Step.EVALUATE, index);
    }

    @Override
    public <M> Calls<M> calls(M model) {
        return new Calls<>() {
            @Override
            public <Q, A> List<A> ask(Exchange<? super M, Q, A> exchange, List<Call<Q>> calls) {
                return exchange.perform(model, calls.stream().map(Call::request).toList(), FREE);
            }
        };
    }

    @Override
    public boolean cancelled() {
        return false;
    }
}
