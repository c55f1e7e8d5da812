package dev.elm4j.search;

import dev.elm4j.environment.Evaluation;
import dev.elm4j.environment.Failure;
import dev.elm4j.environment.Score;
import dev.elm4j.operator.Proposal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Batches as text tables of at most 80 columns; a notebook shows richer ones. */
final class TextTable {

    private static final int WIDTH = 80;

    private TextTable() {}

    static String of(Candidates<?> candidates) {
        return candidates.list().stream()
                .map(candidate -> line("%4d  %-10.10s  %s"
                        .formatted(candidate.number(), candidate.operator(), text(candidate.proposal()))))
                .collect(Collectors.joining("\n"));
    }

    static String of(Evaluations evaluations) {
        List<Evaluation> list = evaluations.list();
        return IntStream.range(0, list.size())
                .mapToObj(i -> line("%4d  %s".formatted(i, text(list.get(i)))))
                .collect(Collectors.joining("\n"));
    }

    static String of(Commits<?> commits) {
        return commits.list().stream()
                .map(commit -> line("%4d  %-12.12s  %-20.20s  %s"
                        .formatted(
                                commit.candidate().number(),
                                commit.word(),
                                text(commit.evaluation()),
                                text(commit.candidate().proposal()))))
                .collect(Collectors.joining("\n"));
    }

    private static String text(Proposal<?> proposal) {
        if (proposal instanceof Proposal.Solved<?> solved) {
            return solved.solution() instanceof double[] vector
                    ? java.util.Arrays.toString(vector)
                    : String.valueOf(solved.solution());
        }
        return "failed: " + ((Proposal.Failed<?>) proposal).failure().reason();
    }

    private static String text(Evaluation evaluation) {
        return evaluation instanceof Score score
                ? String.format(Locale.ROOT, "%.3f %s", score.objective(), score.measures())
                : ((Failure) evaluation).kind() + ": " + ((Failure) evaluation).reason();
    }

    private static String line(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", " ");
        return plain.length() <= WIDTH ? plain : plain.substring(0, WIDTH - 1) + "…";
    }
}
