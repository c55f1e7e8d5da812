package dev.elm4j.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import dev.elm4j.contract.CountingContext;
import dev.elm4j.contract.JudgeContract;
import dev.elm4j.environment.Calls.Call;
import dev.elm4j.environment.Context;
import dev.elm4j.environment.Failure;
import dev.elm4j.model.ScriptedModel;
import dev.elm4j.text.Template;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

class RatingTest extends JudgeContract {

    /** Rates by counting exclamation marks: 2 without one, up to 10. */
    private static final ScriptedModel MODEL = ScriptedModel.of(prompt -> "{\"rating\": %d}"
            .formatted(Math.min(10, 2 + prompt.chars().filter(c -> c == '!').count())));

    @Override
    protected Judge judge() {
        return rating(MODEL);
    }

    @Override
    protected List<Judge> variants() {
        return List.of(
                Rating.of("How loud is it?", MODEL),
                rating(MODEL).scale(1, 11),
                rating(MODEL).scale(0, 10),
                rating(MODEL).samples(2),
                rating(MODEL).temperature(0.5),
                rating(MODEL).tokens(65),
                rating(MODEL).template(Template.of(Rating.TEMPLATE.text() + " ")),
                rating(MODEL).seeded(RatingTest::seeded),
                rating(new WithSchema(MODEL)));
    }

    @Override
    protected double[] range() {
        return new double[] {0, 1};
    }

    @Test
    void lowestIsZeroAndHighestIsOne() {
        assertThat(rating(answering("{\"rating\": 1}")).judge("soup")).isZero();
        assertThat(rating(answering("{\"rating\": 10}")).judge("soup")).isEqualTo(1);
        assertThat(rating(answering("{\"rating\": 3}")).scale(1, 5).judge("soup"))
                .isEqualTo(0.5);
    }

    @Test
    void valueIsTheMeanOfWhatCouldBeRead() {
        var model = answering("{\"rating\": 1}", "who knows", "{\"rating\": 5}", "{\"rating\": 11}", "{\"rating\": 6}");
        Judgement judgement = rating(model).scale(0, 10).samples(5).judgement("soup");
        assertThat(judgement.value()).isCloseTo(0.4, within(1e-12));
        assertThat(judgement.samples()).isEqualTo(3);
        assertThat(judgement.dropped()).isEqualTo(2);
        assertThat(judgement.spread().orElseThrow()).isCloseTo(Math.sqrt(0.14 / 2), within(1e-12));
        assertThat(rating(MODEL).samples(1).judgement("soup").spread()).isEmpty();
    }

    @Test
    void asksOncePerSampleInTheOrderOfTheTexts() {
        var model = MODEL.chat(MODEL::chat);
        var context = new CountingContext(Context.unmetered(1, 5));
        rating(model).samples(2).judgements(List.of(new Call<>(4, "soup"), new Call<>(2, "bread!")), context);
        assertThat(context.indices).containsExactly(4, 4, 2, 2);
        assertThat(model.chats()).hasSize(4);
    }

    @Test
    void noReadableSampleIsAFailureWithItsReason() {
        Judgement judgement = rating(answering("a poem")).samples(2).judgement("soup");
        assertThat(judgement)
                .isEqualTo(new Judgement.Failed(
                        new Failure(
                                "unreadable rating",
                                "Expected {\"rating\": n} with n from 1 to 10, but none of 2 answers is so; "
                                        + "the first was \"a poem\"."),
                        2));
        assertThat(rating(answering("a poem")).judge("soup")).isNaN();
    }

    @Test
    void samplesThatFailAlikeGiveTheirOwnFailure() {
        var refusing = MODEL.chat(request -> {
            throw new ContentFilteredException("no soup");
        });
        assertThat(rating(refusing).judgement("soup").failure().orElseThrow().kind())
                .isEqualTo(Failure.REFUSED);
        assertThat(rating(answering("", "a poem"))
                        .judgement("soup")
                        .failure()
                        .orElseThrow()
                        .kind())
                .isEqualTo(Rating.UNREADABLE);
    }

    @Test
    void oneTextsFailureLeavesTheOthersAlone() {
        var picky = ScriptedModel.of(prompt -> prompt.contains("soup") ? "{\"rating\": 4}" : "I only rate soup.");
        List<Judgement> judgements = rating(picky)
                .judgements(List.of(new Call<>(0, "bread"), new Call<>(1, "soup")), Context.unmetered(1, 2));
        assertThat(judgements.get(0).failure()).isPresent();
        assertThat(judgements.get(1).value()).isCloseTo(1 / 3.0, within(1e-12));
    }

    @Test
    void holdsAModelToASchemaWhereItCan() {
        var plain = MODEL.chat(MODEL::chat);
        rating(plain).judge("soup");
        assertThat(plain.chats()).allMatch(request -> request.responseFormat() == null);
        var strict = MODEL.chat(MODEL::chat);
        rating(new WithSchema(strict)).judge("soup");
        assertThat(strict.chats()).isNotEmpty().allSatisfy(request -> {
            assertThat(request.responseFormat().type()).isEqualTo(ResponseFormatType.JSON);
            assertThat(request.responseFormat().jsonSchema().toString()).contains("rating");
        });
    }

    @Test
    void samplesHaveTemperatureLimitAndSeedsOfTheCandidate() {
        var model = MODEL.chat(MODEL::chat);
        var rating = rating(model).samples(3).temperature(0.9).tokens(20).seeded(RatingTest::seeded);
        rating.judgements(List.of(new Call<>(0, "soup"), new Call<>(1, "soup")), Context.unmetered(1, 2));
        assertThat(model.chats().stream().map(ChatRequest::modelName))
                .hasSize(6)
                .doesNotHaveDuplicates();
        assertThat(model.chats()).allMatch(r -> r.temperature() == 0.9 && r.maxOutputTokens() == 20);
        var again = MODEL.chat(MODEL::chat);
        rating(again)
                .samples(3)
                .temperature(0.9)
                .tokens(20)
                .seeded(RatingTest::seeded)
                .judge("soup");
        var other = Context.unmetered(2, 2); // another step of the run, such as evaluating again: other samples
        rating(again).seeded(RatingTest::seeded).judgements(List.of(new Call<>(0, "soup")), other);
        assertThat(again.chats().stream().map(ChatRequest::modelName))
                .hasSize(6)
                .doesNotHaveDuplicates();
    }

    @Test
    void promptShowsTheWholeQuestion() {
        assertThat(rating(MODEL).scale(1, 5).prompt("Soup {{end}} $1."))
                .startsWith("Rate a text.\n\nQuestion: How tasty is it?\n")
                .contains("\nSoup {{end}} $1.\n</text ")
                .endsWith("{\"rating\": <a whole number from 1 to 5>}");
        var own = Template.of("{{question}} {{begin}}{{text}}{{end}} {{lowest}}-{{highest}}");
        assertThat(rating(MODEL).template(own).prompt("Soup"))
                .matches("How tasty is it\\? <text [0-9a-f]{8}>Soup</text [0-9a-f]{8}> 1-10");
    }

    @Test
    void refusesSettingsThatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rating(MODEL).template(Template.of("{{text}}")))
                .withMessageContaining("Print Rating.TEMPLATE for the usual one.");
        assertThatIllegalArgumentException().isThrownBy(() -> rating(MODEL).scale(5, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> rating(MODEL).samples(0));
        assertThatIllegalArgumentException().isThrownBy(() -> rating(MODEL).temperature(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> rating(MODEL).tokens(0));
        assertThatNullPointerException().isThrownBy(() -> Rating.of("?", null)).withMessage("model");
        assertThatNullPointerException()
                .isThrownBy(() -> Rating.of(null, MODEL))
                .withMessage("question");
    }

    private static Rating rating(ChatModel model) {
        return Rating.of("How tasty is it?", model);
    }

    /** Stands in for a provider's own parameters: the seed is seen in the model's name. */
    private static ChatRequestParameters seeded(long seed) {
        return ChatRequestParameters.builder().modelName("seed " + seed).build();
    }

    /** Gives these answers in turn, over and over. */
    private static ScriptedModel answering(String... answers) {
        var queue = new ConcurrentLinkedQueue<>(List.of(answers));
        return MODEL.chat(request -> {
            String answer = queue.poll();
            queue.add(answer);
            return ChatResponse.builder().aiMessage(AiMessage.from(answer)).build();
        });
    }

    private record WithSchema(ChatModel model) implements ChatModel {

        @Override
        public ChatResponse doChat(ChatRequest request) {
            return model.chat(request);
        }

        @Override
        public ChatRequestParameters defaultRequestParameters() {
            return model.defaultRequestParameters();
        }

        @Override
        public Set<Capability> supportedCapabilities() {
            return Set.of(Capability.RESPONSE_FORMAT_JSON_SCHEMA);
        }
    }
}
