package dev.elm4j.prompting;

import dev.elm4j.environment.Calls.Call;
import dev.elm4j.environment.Context;
import dev.elm4j.environment.Failure;
import dev.elm4j.model.Completion;
import dev.elm4j.model.CompletionExchange;
import dev.elm4j.model.CompletionModel;
import dev.elm4j.model.CompletionRequest;
import dev.elm4j.model.Sampling;
import dev.elm4j.operator.Plan;
import dev.elm4j.operator.Proposal;
import dev.elm4j.text.AnswerLines;
import java.util.ArrayList;
import java.util.List;

/** Crossover by continuing a text: the parents, one per line, are the whole prompt. */
record Continuation(CompletionModel model, Sampling sampling) {

    private static final List<String> STOPS = List.of("\n");

    List<Proposal<String>> propose(List<Plan<String>> plans, Context context) {
        var calls = plans.stream()
                .map(plan -> new Call<>(plan.index(), request(plan, context)))
                .toList();
        List<Completion> answers = context.calls(model).ask(new CompletionExchange(), calls);
        var proposals = new ArrayList<Proposal<String>>(plans.size());
        for (int i = 0; i < calls.size(); i++) {
            Completion answer = answers.get(i);
            proposals.add(proposal(answer).asked(calls.get(i).request().prompt(), answer.text()));
        }
        return proposals;
    }

    private CompletionRequest request(Plan<String> plan, Context context) {
        long seed = context.random(plan.index()).nextLong();
        return new CompletionRequest(ParentLines.of(plan) + "\n", sampling, STOPS, seed);
    }

    private Proposal<String> proposal(Completion answer) {
        if (answer.cutOff()) {
            return Proposal.failed(
                    new Failure(Failure.CUT_OFF, "The line did not end within " + sampling.maxTokens() + " tokens."));
        }
        return ParentLines.proposal(AnswerLines.flat(answer.text()));
    }
}
