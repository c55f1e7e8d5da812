package dev.elm4j.search;

import dev.elm4j.environment.Calls;
import dev.elm4j.environment.Context;
import dev.elm4j.environment.Exchange;
import dev.elm4j.environment.Streams;
import dev.elm4j.environment.Tokens;
import dev.elm4j.operator.Operator;
import dev.elm4j.operator.Parent;
import dev.elm4j.operator.Plan;
import dev.elm4j.search.Estimate.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Looks at the first prompts of a search without asking a model. */
final class Preview<S> {

    /** Candidates whose prompts are looked at per operator. */
    private static final int LOOKED_AT = 8;

    /** Characters per token of English, roughly. */
    private static final double CHARACTERS = 4;

    /** What was seen so far, per candidate. */
    private record Seeing(double calls, double prompts, double least) {}

    /** Ends the step: there is no answer to go on with. */
    private static final class Seen extends RuntimeException {

        private static final long serialVersionUID = 1;

        Seen() {
            super("seen", null, false, false);
        }
    }

    private final Setup<S> setup;
    private final List<S> seeds;
    private double calls;
    private double prompts;
    private double most;
    private double least;
    private double dearest;
    private boolean boundless;

    Preview(Setup<S> setup) {
        this.setup = setup.checked();
        this.seeds = setup.environment().seeds();
    }

    Estimate estimate(long candidates) {
        List<Operator<S>> operators = setup.operators();
        for (Operator<S> operator : operators) {
            look(1.0 / operators.size(), context -> operator.propose(plans(operator), context));
        }
        var proposed =
                new Seeing(calls, prompts, least); // a candidate that fails is not judged, and a seed not proposed
        double share = Math.max(0, candidates - seeds.size()) / (double) candidates;
        look(1, context -> setup.environment().evaluate(List.copyOf(seeds.subList(0, size())), context));
        String more =
                boundless ? " Some requests have no limit of output tokens, so the upper bounds are not complete." : "";
        return new Estimate(
                setup.name(),
                candidates,
                new Range(share * proposed.calls(), Double.NaN, calls).times(candidates),
                new Range(share * proposed.prompts(), Double.NaN, most).times(candidates),
                new Range(share * proposed.least(), Double.NaN, dearest).times(candidates),
                Optional.empty(),
                "From the first prompts alone, for no model was asked yet: what is asked after a written answer is not seen. run(%d) makes it better.%s"
                        .formatted(2 * setup.batch(), more));
    }

    private int size() {
        return Math.min(LOOKED_AT, seeds.size());
    }

    private List<Plan<S>> plans(Operator<S> operator) {
        var plans = new ArrayList<Plan<S>>();
        for (int i = 0; i < size(); i++) {
            var parents = new ArrayList<Parent<S>>();
            for (int j = 0; j < Math.min(operator.parents(), seeds.size()); j++) {
                int seed = (i + j) % seeds.size();
                parents.add(Parent.ofSeed(seed, seeds.get(seed)));
            }
            plans.add(new Plan<>(i, i, parents));
        }
        return plans;
    }

    private void look(double share, Consumer<Context> step) {
        try {
            step.accept(new Looking(share / size()));
        } catch (RuntimeException end) { // Seen; or somebody's code, which the run itself will count as a failure
            return;
        }
    }

    private void see(Tokens worst, Object model, int letters, double share) {
        boolean endless = worst.output() == Long.MAX_VALUE;
        boundless |= endless;
        var bounded = endless ? Tokens.of(worst.input(), 0) : worst;
        var prompt = Tokens.of((long) Math.ceil(letters / CHARACTERS), 0);
        calls += share;
        prompts += share * prompt.input();
        most += share * (bounded.input() + bounded.output());
        least += share * setup.models().pricing().nanoUsd(model, prompt).orElse(0) / 1e9;
        dearest += share * setup.models().pricing().nanoUsd(model, bounded).orElse(0) / 1e9;
    }

    /** A context that only looks. */
    private final class Looking implements Context {

        private final double share;

        Looking(double share) {
            this.share = share;
        }

        @Override
        public int size() {
            return Preview.this.size();
        }

        @Override
        public SplittableRandom random(int index) {
            return Streams.of(setup.seed(), Streams.Step.PROPOSE, index);
        }

        @Override
        public boolean cancelled() {
            return false;
        }

        @Override
        public <M> Calls<M> calls(M model) {
            return new Calls<>() {
                @Override
                public <Q, A> List<A> ask(Exchange<? super M, Q, A> exchange, List<Call<Q>> wanted) {
                    for (Call<Q> call : wanted) {
                        Tokens worst = exchange.worst(model, call.request());
                        int letters = exchange.request(model, call.request())
                                .toString()
                                .length();
                        see(worst, model, Math.min(letters, Math.toIntExact(Math.min(worst.input(), 1 << 30))), share);
                    }
                    return wanted.stream()
                            .map(call -> exchange.standIn(call.request()).orElseThrow(Seen::new))
                            .toList();
                }
            };
        }
    }
}
