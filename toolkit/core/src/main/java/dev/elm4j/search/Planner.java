package dev.elm4j.search;

import dev.elm4j.environment.Streams;
import dev.elm4j.operator.Credit;
import dev.elm4j.operator.Mixture;
import dev.elm4j.operator.Operator;
import dev.elm4j.search.PlannedBatch.Bred;
import dev.elm4j.search.PlannedBatch.Planned;
import dev.elm4j.search.PlannedBatch.Seed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Draws plans: a function of the seed, the candidate's number, the plans that are pending, and of what is committed at that
 * moment, and of nothing else. The first numbers belong to the environment's seeds.
 */
record Planner<S>(Setup<S> setup, List<Operator<S>> operators, List<S> seeds, Book<S> book) {

    /** One batch; {@code pending} are the plans that are drawn and not committed. */
    PlannedBatch<S> draw(PlannedBatch.Place place, Collection<PlannedBatch<S>> pending) {
        var credits = new ArrayList<>(book.credits());
        if (operators.size() > 1) { // one operator is not chosen, whatever it earned
            pending.forEach(planned -> planned.plans().forEach(plan -> count(plan, credits)));
        }
        var plans = new ArrayList<Planned<S>>();
        for (int i = 0; i < place.size(); i++) {
            Planned<S> plan = draw(place.first() + i, credits);
            count(plan, credits);
            plans.add(plan);
        }
        return new PlannedBatch<>(place.number(), place.first(), place.origin(), plans);
    }

    private void count(Planned<S> plan, List<Credit> credits) {
        if (plan instanceof Bred<S> bred) {
            int arm = operators.indexOf(bred.operator());
            Credit credit = credits.get(arm);
            credits.set(arm, new Credit(credit.finished(), credit.reward(), credit.unfinished() + 1));
        }
    }

    private Planned<S> draw(long number, List<Credit> credits) {
        if (number < seeds.size()) {
            return new Seed<>(seeds.get((int) number));
        }
        SplittableRandom random = Streams.of(setup.seed(), Streams.Step.PLAN, number);
        // One operator is not chosen, by whatever mixture; the draw is that of a uniform one, on which journals rely.
        Mixture mixture =
                operators.size() == 1 ? Mixture.uniform() : setup.variation().mixture();
        Operator<S> operator = operators.get(mixture.choose(List.copyOf(credits), random));
        return new Bred<>(operator, book.breeding().parents(operator, random));
    }
}
