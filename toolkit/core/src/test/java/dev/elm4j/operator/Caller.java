package dev.elm4j.operator;

import dev.elm4j.environment.Calls;
import dev.elm4j.environment.Context;
import dev.elm4j.environment.TextExchange;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Asks a "model" once for each candidate, all of a batch together, and proposes what it answers.
 *
 * @param model answers texts
 * @param format of a request, from the number of the candidate
 */
public record Caller(UnaryOperator<String> model, String format) implements Operator<String> {

    @Override
    public String name() {
        return "caller";
    }

    @Override
    public List<Proposal<String>> propose(List<Plan<String>> plans, Context context) {
        var calls = new ArrayList<Calls.Call<String>>();
        plans.forEach(plan -> calls.add(new Calls.Call<>(plan.index(), format.formatted(plan.candidate()))));
        return context.calls(model).ask(TextExchange.TOGETHER, calls).stream()
                .map(Proposal::of)
                .toList();
    }
}
