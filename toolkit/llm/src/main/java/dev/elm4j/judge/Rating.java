package dev.elm4j.judge;

import static java.util.Objects.requireNonNull;

import dev.elm4j.environment.Calls.Call;
import dev.elm4j.environment.Context;
import dev.elm4j.model.ChatAnswer;
import dev.elm4j.model.ChatExchange;
import dev.elm4j.model.ModelName;
import dev.elm4j.model.SeededChat;
import dev.elm4j.text.Template;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.LongFunction;

/**
 * A question to any chat model that answers with a number; the mean of a few answers, in [0, 1].
 *
 * <p>The model answers in JSON, {@code {"rating": 7}}; where it can be held to a schema it is. The lowest rating of the scale
 * is worth 0, the highest 1. The spread is the standard deviation of the answers (divisor n - 1); of one answer it is not
 * known. An answer that cannot be read, was cut off or lies off the scale is dropped and counted; if none is left, the text's
 * judgement is a failure: of the kind of the answers' own failures (such as {@code refused}) if these are alike, or else
 * {@value #UNREADABLE}.
 *
 * <pre>{@code
 * var appetising = Rating.of("How appetising is the meal?", chat).samples(3);
 * appetising.judge("The soup was warm.");   // 0.67, for three times 7 of 10
 * appetising.prompt("The soup was warm.");  // what the model is asked, in full
 * Rating.TEMPLATE.text();                   // the usual wording; replace it: appetising.template(Template.of(...))
 * }</pre>
 *
 * <p>The text is data: it stands between two marks that it cannot hold itself, and a rating that it gives itself is not read,
 * also if the model repeats it. That keeps a text from changing how the answer is read; it cannot keep a weak model from
 * believing it.
 *
 * <p>Each sample is a call of its own on behalf of the candidate. Samples differ by the model's own chance at a temperature
 * above 0. A model that knows seeds, such as the one in the kernel, gets one for each sample. Immutable and
 * safe to share between threads; the setting methods give a copy.
 *
 * @see <a href="https://arxiv.org/abs/2306.05685">Zheng 2023, Judging LLM-as-a-Judge</a>
 */
public final class Rating implements Judge {

    /** Kind of the failure of a text with no readable rating. */
    public static final String UNREADABLE = "unreadable rating";

    /** The usual wording, with the places question, begin, text, end, lowest and highest. */
    public static final Template TEMPLATE = Template.resource(Rating.class, "rating.txt");

    private static final RatingScale SCALE = new RatingScale(1, 10);
    private static final RatingSampling SAMPLING = new RatingSampling(3, 0.7, 64, Optional.empty());

    private final ChatModel model;
    private final RatingPrompt prompt;
    private final RatingSampling sampling;

    private Rating(ChatModel model, RatingPrompt prompt, RatingSampling sampling) {
        this.model = model;
        this.prompt = prompt;
        this.sampling = sampling;
    }

    /** A rating from 1 to 10, the mean of 3 samples at temperature 0.7 with at most 64 tokens each. */
    public static Rating of(String question, ChatModel model) {
        return new Rating(requireNonNull(model, "model"), new RatingPrompt(question, SCALE, TEMPLATE), SAMPLING);
    }

    /**
     * A copy with this scale of whole numbers; default 1 to 10.
     *
     * @throws IllegalArgumentException if lowest is not below highest
     */
    public Rating scale(int lowest, int highest) {
        var changed = new RatingPrompt(prompt.question(), new RatingScale(lowest, highest), prompt.template());
        return new Rating(model, changed, sampling);
    }

    /**
     * A copy with this wording.
     *
     * @param template with the places of {@link #TEMPLATE}
     */
    public Rating template(Template template) {
        return new Rating(model, new RatingPrompt(prompt.question(), prompt.scale(), template), sampling);
    }

    /** A copy that asks so often about each text, 1 to 100; default 3. */
    public Rating samples(int samples) {
        return with(new RatingSampling(samples, sampling.temperature(), sampling.tokens(), sampling.seeded()));
    }

    /** A copy that asks at this temperature, in [0, 10]; default 0.7. */
    public Rating temperature(double temperature) {
        return with(new RatingSampling(sampling.samples(), temperature, sampling.tokens(), sampling.seeded()));
    }

    /** A copy that allows an answer so many tokens; default 64. A model that thinks aloud needs hundreds. */
    public Rating tokens(int tokens) {
        return with(new RatingSampling(sampling.samples(), sampling.temperature(), tokens, sampling.seeded()));
    }

    /**
     * A copy whose samples have seeds, drawn from the candidate's random stream; langchain4j's common parameters know none.
     *
     * @param parameters the model's own parameters with this seed, such as
     *     {@code seed -> LocalChatParameters.builder().seed(seed).build()}; always the same for the same seed
     */
    public Rating seeded(LongFunction<? extends ChatRequestParameters> parameters) {
        return with(new RatingSampling(
                sampling.samples(),
                sampling.temperature(),
                sampling.tokens(),
                Optional.of(requireNonNull(parameters, "parameters"))));
    }

    private Rating with(RatingSampling changed) {
        return new Rating(model, prompt, changed);
    }

    /** What the model is asked about a text. */
    public String prompt(String text) {
        return prompt.fill(MarkedText.of(text));
    }

    @Override
    public String identity() {
        return "rating 1 %s, %s%s by %s"
                .formatted(prompt.print(), sampling.print(), hasSchema() ? ", schema" : "", ModelName.identity(model));
    }

    @Override
    public List<Judgement> judgements(List<Call<String>> texts, Context context) {
        List<MarkedText> marked =
                texts.stream().map(text -> MarkedText.of(text.request())).toList();
        var calls = new ArrayList<Call<ChatRequest>>();
        for (int i = 0; i < texts.size(); i++) {
            SplittableRandom random = context.random(texts.get(i).index());
            for (int sample = 0; sample < sampling.samples(); sample++) {
                calls.add(new Call<>(texts.get(i).index(), request(marked.get(i), random)));
            }
        }
        List<ChatAnswer> answers = context.calls(model).ask(new ChatExchange(), calls);
        var judgements = new ArrayList<Judgement>();
        for (int i = 0; i < texts.size(); i++) {
            int from = i * sampling.samples();
            var own = new RatingAnswers(marked.get(i), answers.subList(from, from + sampling.samples()));
            judgements.add(own.judgement(prompt.scale()));
        }
        return judgements;
    }

    private ChatRequest request(MarkedText text, SplittableRandom random) {
        ChatRequest request = ChatRequest.builder()
                .messages(UserMessage.from(prompt.fill(text)))
                .parameters(sampling.next(format(), random))
                .build();
        return sampling.seeded().isPresent() ? request : SeededChat.request(model, request, random.nextLong());
    }

    private ChatRequestParameters format() {
        var parameters = ChatRequestParameters.builder();
        if (hasSchema()) {
            var rating = JsonObjectSchema.builder()
                    .addIntegerProperty("rating")
                    .required("rating")
                    .additionalProperties(false)
                    .build();
            parameters.responseFormat(ResponseFormat.builder()
                    .type(ResponseFormatType.JSON)
                    .jsonSchema(JsonSchema.builder()
                            .name("rating")
                            .rootElement(rating)
                            .build())
                    .build());
        }
        return parameters.build();
    }

    private boolean hasSchema() {
        return model.supportedCapabilities().contains(Capability.RESPONSE_FORMAT_JSON_SCHEMA);
    }

    @Override
    public String toString() {
        return "%s (%s)".formatted(prompt.question(), identity());
    }
}
