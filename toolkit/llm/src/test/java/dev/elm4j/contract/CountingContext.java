package dev.elm4j.contract;

import dev.elm4j.environment.Calls;
import dev.elm4j.environment.Context;
import dev.elm4j.environment.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Another context that notes on whose behalf calls are made. */
public final class CountingContext implements Context {

    /** On whose behalf, in the order of the calls. */
    public final List<Integer> indices = new ArrayList<>();

    /** How often something was asked, of any number of calls. */
    public int asked;

    private final Context context;

    public CountingContext(Context context) {
        this.context = context;
    }

    @Override
    public int size() {
        return context.size();
    }

    @Override
    public SplittableRandom random(int index) {
        return context.random(index);
    }

    @Override
    public <M> Calls<M> calls(M model) {
        Calls<M> calls = context.calls(model);
        return new Calls<>() {
            @Override
            public <Q, A> List<A> ask(Exchange<? super M, Q, A> exchange, List<Call<Q>> requests) {
                asked++;
                requests.forEach(request -> indices.add(request.index()));
                return calls.ask(exchange, requests);
            }
        };
    }

    @Override
    public boolean cancelled() {
        return context.cancelled();
    }
}
