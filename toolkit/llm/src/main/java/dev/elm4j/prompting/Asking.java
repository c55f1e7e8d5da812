package dev.elm4j.prompting;

import dev.elm4j.environment.Calls.Call;
import dev.elm4j.environment.Context;
import dev.elm4j.model.ChatAnswer;
import dev.elm4j.model.ChatExchange;
import dev.elm4j.model.Completion;
import dev.elm4j.model.CompletionExchange;
import dev.elm4j.model.CompletionModel;
import dev.elm4j.model.CompletionRequest;
import dev.elm4j.model.ModelName;
import dev.elm4j.model.Sampling;
import dev.elm4j.model.SeededChat;
import dev.elm4j.operator.Backing;
import dev.elm4j.operator.Plan;
import dev.elm4j.operator.Proposal;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.BiFunction;

/**
 * How an operator asks its model: all drafts as one batch of continuations, or one chat each.
 *
 * @param model the model
 * @param chats whether it is asked in a chat; otherwise it is a {@link CompletionModel} and continues the prompt
 * @param sampling how it draws
 * @param prompt what it is told
 * @param places which places that prompt must and may have
 */
record Asking(ChatModel model, boolean chats, Sampling sampling, Prompt prompt, Places places) {

    /** Tokens beyond the solution's own, for what a chat model says around it. */
    private static final int AROUND = 64;

    private static final double USUAL_CHARACTERS_PER_TOKEN = 4;

    Asking {
        places.checked(prompt);
        if (chats && prompt.text().replaceAll("\\{\\{\\w+}}", "").isBlank()) {
            throw new IllegalArgumentException(
                    "Prompt '%s' has nothing but places. Say in it what a chat model is to do."
                            .formatted(prompt.label()));
        }
    }

    static boolean chats(ChatModel model) {
        return !(model instanceof CompletionModel);
    }

    /** About so many characters of plain English, whatever a token of the model holds. */
    static Sampling characters(ChatModel model, double temperature, int fewest, int most) {
        double each = model instanceof CompletionModel base ? base.charactersPerToken() : USUAL_CHARACTERS_PER_TOKEN;
        return Sampling.of(temperature).tokens((int) Math.ceil(fewest / each), (int) Math.ceil(most / each));
    }

    Asking sampling(Sampling changed) {
        return new Asking(model, chats, changed, prompt, places);
    }

    Asking prompt(Prompt changed) {
        return new Asking(model, chats, sampling, changed, places);
    }

    Backing backing() {
        return new Backing(ModelName.of(model), prompt.label());
    }

    /** All that decides an answer besides the parents. */
    String identity() {
        return String.format(
                Locale.ROOT,
                "%s by %s; %s; temperature %s, top-p %s, %d-%d tokens",
                chats ? "chatted" : "continued",
                ModelName.identity(model),
                prompt.identity(),
                sampling.temperature(),
                sampling.topP(),
                sampling.minTokens(),
                sampling.maxTokens());
    }

    /** How this differs from another, in a few words each. */
    List<String> differences(Asking usual) {
        var words = new ArrayList<String>();
        if (chats && !chats(model) && !usual.chats) {
            words.add("chatted");
        }
        if (!prompt.equals(usual.prompt)) {
            words.add(prompt.label());
        }
        if (sampling.temperature() != usual.sampling.temperature()) {
            words.add("temperature " + sampling.temperature());
        }
        if (sampling.topP() != usual.sampling.topP()) {
            words.add("top-p " + sampling.topP());
        }
        if (sampling.minTokens() != usual.sampling.minTokens() || sampling.maxTokens() != usual.sampling.maxTokens()) {
            words.add("%d-%d tokens".formatted(sampling.minTokens(), sampling.maxTokens()));
        }
        return words;
    }

    /**
     * One proposal per plan, in order.
     *
     * @param draft of a plan, with the stream of its candidate
     */
    List<Proposal<String>> ask(
            List<Plan<String>> plans, Context context, BiFunction<Plan<String>, SplittableRandom, Draft> draft) {
        List<Draft> drafts = plans.stream()
                .map(plan -> draft.apply(plan, context.random(plan.index())))
                .toList();
        return ask(drafts, context);
    }

    /** One proposal per draft, in order; at least one draft. */
    List<Proposal<String>> ask(List<Draft> drafts, Context context) {
        return chats ? chat(drafts, context) : complete(drafts, context);
    }

    private List<Proposal<String>> complete(List<Draft> drafts, Context context) {
        var calls = drafts.stream()
                .map(draft -> new Call<>(draft.index(), request(draft)))
                .toList();
        List<Completion> answers = context.calls((CompletionModel) model).ask(new CompletionExchange(), calls);
        var proposals = new ArrayList<Proposal<String>>(drafts.size());
        for (int i = 0; i < drafts.size(); i++) {
            Completion answer = answers.get(i);
            Draft draft = drafts.get(i);
            Proposal<String> proposal = answer.failure()
                    .map(Proposal::<String>failed)
                    .orElseGet(() -> draft.reading().apply(new Answer(answer.text(), answer.cutOff())));
            proposals.add(proposal.asked(calls.get(i).request().prompt(), answer.text()));
        }
        return proposals;
    }

    private CompletionRequest request(Draft draft) {
        String prompt = draft.prompt().isEmpty() ? "\n" : draft.prompt();
        return new CompletionRequest(prompt, sampling, draft.stops(), draft.seed());
    }

    private List<Proposal<String>> chat(List<Draft> drafts, Context context) {
        var calls = drafts.stream()
                .map(draft ->
                        new Call<>(draft.index(), SeededChat.request(model, request(draft.prompt()), draft.seed())))
                .toList();
        List<ChatAnswer> answers = context.calls(model).ask(new ChatExchange(), calls);
        var proposals = new ArrayList<Proposal<String>>(drafts.size());
        for (int i = 0; i < drafts.size(); i++) {
            Draft draft = drafts.get(i);
            String text = answers.get(i).text();
            Proposal<String> proposal = answers.get(i)
                    .failure()
                    .map(Proposal::<String>failed)
                    .orElseGet(() -> draft.reading().apply(new Answer(text, false)));
            proposals.add(proposal.asked(draft.prompt(), text));
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
}
