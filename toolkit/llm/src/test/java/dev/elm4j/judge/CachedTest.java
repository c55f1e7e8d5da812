package dev.elm4j.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elm4j.contract.CountingContext;
import dev.elm4j.contract.JudgeContract;
import dev.elm4j.environment.Calls.Call;
import dev.elm4j.environment.Context;
import dev.elm4j.model.ScriptedModel;
import java.util.List;
import org.junit.jupiter.api.Test;

class CachedTest extends JudgeContract {

    private static final ScriptedModel MODEL = ScriptedModel.of(prompt -> prompt.contains("poem")
            ? "a poem"
            : "{\"rating\": %d}"
                    .formatted(1 + prompt.chars().filter(c -> c == '!').count() % 10));

    @Override
    protected Judge judge() {
        return Cached.of(rating(MODEL));
    }

    @Override
    protected List<Judge> variants() {
        return List.of(
                rating(MODEL),
                Cached.of(rating(MODEL).samples(2)),
                Cached.of(rating(MODEL), List.of("soup")),
                Cached.of(rating(MODEL), List.of("soup!")));
    }

    @Override
    protected double[] range() {
        return new double[] {0, 1};
    }

    @Test
    void ofEqualTextsInABatchTheFirstOnePays() {
        var context = new CountingContext(Context.unmetered(1, 4));
        var texts = List.of(new Call<>(2, "soup!"), new Call<>(0, "bread"), new Call<>(1, "soup!"));
        List<Judgement> judgements = judge().judgements(texts, context);
        assertThat(context.indices).containsExactly(2, 0);
        assertThat(judgements.get(2)).isEqualTo(judgements.get(0)).isNotEqualTo(judgements.get(1));
    }

    @Test
    void keepsNothingFromOneBatchToTheNext() {
        var model = MODEL.chat(MODEL::chat);
        var cached = Cached.of(rating(model));
        cached.judge("soup");
        cached.judge("soup");
        assertThat(model.chats()).hasSize(2);
    }

    @Test
    void textsThatWereKnownBeforeCostNothing() {
        var model = MODEL.chat(MODEL::chat);
        var cached = Cached.of(rating(model), List.of("soup!", "soup!", "poem"));
        assertThat(model.chats()).hasSize(2);
        assertThat(cached.judge("soup!")).isEqualTo(rating(MODEL).judge("soup!"));
        assertThat(model.chats()).hasSize(2);
        cached.judge("poem"); // it failed then, and is asked again
        assertThat(model.chats()).hasSize(3);
    }

    private static Rating rating(ScriptedModel model) {
        return Rating.of("How loud is it?", model).samples(1);
    }
}
