package dev.elm4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elm4j.environment.Calls.Call;
import dev.elm4j.environment.Context;
import dev.elm4j.judge.Judge;
import dev.elm4j.judge.Judgement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every judge keeps. */
public abstract class JudgeContract {

    private static final List<String> TEXTS = List.of(
            "The soup was warm and the bread was fresh!",
            "The bus was late.",
            "We waited an hour, and the fish was cold!!",
            "My sister sings!",
            "The soup was warm and the bread was fresh!");

    /** The judge under test; may be the same at each call. */
    protected abstract Judge judge();

    /** Judges that differ from {@link #judge()} in one thing each that their numbers depend on. */
    protected abstract List<Judge> variants();

    /** The least and the greatest value. */
    protected abstract double[] range();

    /** By how much a value may differ in another batch; default nothing. */
    protected double tolerance() {
        return 0;
    }

    /** Texts that nothing may stumble over; default all, some of them long. */
    protected List<String> hostileTexts() {
        return HostileTexts.all();
    }

    @Test
    public void givesOneJudgementPerTextWithinItsRange() {
        List<Judgement> judgements = judge().judgements(calls(TEXTS), context());
        assertThat(judgements).hasSameSizeAs(TEXTS);
        for (Judgement judgement : judgements) {
            assertThat(judgement.failure()).isEmpty();
            assertThat(judgement.value()).isBetween(range()[0], range()[1]);
            assertThat(judgement.samples()).isPositive();
            assertThat(judgement.spread().orElse(0)).isNotNegative();
        }
        assertThat(new HashSet<>(judgements)).as("a judge tells texts apart").hasSizeGreaterThan(1);
    }

    @Test
    public void numbersAloneAreTheValues() {
        assertThat(judge().judge(calls(TEXTS), context()))
                .isEqualTo(judge().judgements(calls(TEXTS), context()).stream()
                        .map(Judgement::value)
                        .toList());
    }

    @Test
    public void answersInOrder() {
        List<Call<String>> back = new ArrayList<>(calls(TEXTS));
        Collections.reverse(back);
        List<Judgement> judgements = new ArrayList<>(judge().judgements(back, context()));
        Collections.reverse(judgements);
        assertClose(judgements, judge().judgements(calls(TEXTS), context()));
    }

    @Test
    public void textsAtOnceAreJudgedAsOneByOne() {
        List<Judgement> single = calls(TEXTS).stream()
                .map(call -> judge().judgements(List.of(call), context()).get(0))
                .toList();
        assertClose(judge().judgements(calls(TEXTS), context()), single);
    }

    @Test
    public void judgesTheSameBatchAlike() {
        assertThat(judge().judgements(calls(TEXTS), context())).isEqualTo(judge().judgements(calls(TEXTS), context()));
    }

    @Test
    public void asksOnBehalfOfTheCandidatesAndOfNobodyElse() {
        var context = new CountingContext(context());
        judge().judgements(List.of(new Call<>(3, TEXTS.get(0)), new Call<>(1, TEXTS.get(1))), context);
        assertThat(new TreeSet<>(context.indices)).containsExactly(1, 3);
    }

    @Test
    public void identityTellsAllThatNumbersDependOn() {
        assertThat(judge().identity())
                .isEqualTo(judge().identity())
                .isNotBlank()
                .doesNotContain("\n", "@");
        var identities = new HashSet<String>(Set.of(judge().identity()));
        for (Judge variant : variants()) {
            assertThat(identities.add(variant.identity()))
                    .as(variant.identity())
                    .isTrue();
        }
    }

    @Test
    public void judgesHostileTexts() {
        List<Judgement> judgements = judge().judgements(calls(hostileTexts()), context());
        assertThat(judgements).hasSameSizeAs(hostileTexts());
        for (Judgement judgement : judgements) {
            assertThat(judgement.failure().isPresent()).isEqualTo(Double.isNaN(judgement.value()));
        }
    }

    private static Context context() {
        return Context.unmetered(7, 32);
    }

    private static List<Call<String>> calls(List<String> texts) {
        return IntStream.range(0, texts.size())
                .mapToObj(i -> new Call<>(i, texts.get(i)))
                .toList();
    }

    private void assertClose(List<Judgement> actual, List<Judgement> expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.size(); i++) {
            double difference = actual.get(i).value() - expected.get(i).value();
            assertThat(Math.abs(difference)).isLessThanOrEqualTo(tolerance());
        }
    }
}
