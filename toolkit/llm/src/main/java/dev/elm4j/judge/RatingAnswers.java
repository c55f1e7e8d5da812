package dev.elm4j.judge;

import dev.elm4j.environment.Failure;
import dev.elm4j.model.ChatAnswer;
import dev.elm4j.text.Excerpt;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** What a model answered to the samples of one text. */
record RatingAnswers(MarkedText asked, List<ChatAnswer> answers) {

    private static final int SHOWN = 120;

    Judgement judgement(RatingScale scale) {
        double[] worths = answers.stream()
                .flatMap(answer -> worth(answer, scale))
                .mapToDouble(worth -> worth)
                .toArray();
        int dropped = answers.size() - worths.length;
        if (worths.length == 0) {
            return new Judgement.Failed(failure(scale), dropped);
        }
        var moments = Moments.of(worths);
        return new Judgement.Given(moments.mean(), moments.deviation(), worths.length, dropped);
    }

    private Stream<Double> worth(ChatAnswer answer, RatingScale scale) {
        Optional<String> kind = answer.failure().map(Failure::kind);
        if (kind.isPresent() && !kind.get().equals(Failure.CUT_OFF)) {
            return Stream.empty();
        }
        return RatingAnswer.of(answer.text(), asked, kind.isEmpty())
                .map(scale::worth)
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble)
                .stream();
    }

    /** The samples' own failure if they failed alike, or else that none is a rating. */
    private Failure failure(RatingScale scale) {
        List<Failure> failures =
                answers.stream().flatMap(answer -> answer.failure().stream()).toList();
        boolean alike = failures.size() == answers.size()
                && failures.stream().map(Failure::kind).distinct().count() == 1;
        return alike
                ? failures.get(0)
                : new Failure(
                        Rating.UNREADABLE,
                        "Expected {\"rating\": n} with n from %d to %d, but none of %d answers is so; the first was %s."
                                .formatted(
                                        scale.lowest(),
                                        scale.highest(),
                                        answers.size(),
                                        Excerpt.of(answers.get(0).text(), SHOWN)));
    }
}
