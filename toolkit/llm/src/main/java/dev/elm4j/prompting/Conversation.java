package dev.elm4j.prompting;

import dev.elm4j.environment.Calls.Call;
import dev.elm4j.environment.Context;
import dev.elm4j.model.ChatAnswer;
import dev.elm4j.model.ChatExchange;
import dev.elm4j.model.Sampling;
import dev.elm4j.operator.Plan;
import dev.elm4j.operator.Proposal;
import dev.elm4j.text.AnswerLines;
import dev.elm4j.text.Template;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Crossover by chat: the prompt shows the parents and asks for one more line. */
record Conversation(ChatModel model, Sampling sampling) {

    /** Tokens beyond the line's own, for what a chat model says around it. */
    private static final int AROUND = 64;

    private static final Template PROMPT = Template.resource(Conversation.class, "lmx-chat.txt");

    List<Proposal<String>> propose(List<Plan<String>> plans, Context context) {
        var prompts = plans.stream()
                .map(plan -> PROMPT.fill(Map.of("parents", ParentLines.of(plan))))
                .toList();
        var calls = new ArrayList<Call<ChatRequest>>();
        for (int i = 0; i < plans.size(); i++) {
            calls.add(new Call<>(plans.get(i).index(), request(prompts.get(i))));
        }
        List<ChatAnswer> answers = context.calls(model).ask(new ChatExchange(), calls);
        var proposals = new ArrayList<Proposal<String>>(plans.size());
        for (int i = 0; i < plans.size(); i++) {
            proposals.add(proposal(answers.get(i))
                    .asked(prompts.get(i), answers.get(i).text()));
        }
        return proposals;
    }

    private ChatRequest request(String prompt) {
        return ChatRequest.builder()
                .messages(UserMessage.from(prompt))
                .temperature(sampling.temperature())
                .topP(sampling.topP())
                .maxOutputTokens(sampling.maxTokens() + AROUND)
                .build();
    }

    private static Proposal<String> proposal(ChatAnswer answer) {
        return answer.failure()
                .map(Proposal::<String>failed)
                .orElseGet(() ->
                        ParentLines.proposal(AnswerLines.first(answer.text()).orElse("")));
    }
}
