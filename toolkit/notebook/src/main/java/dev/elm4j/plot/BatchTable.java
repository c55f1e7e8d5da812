package dev.elm4j.plot;

import dev.elm4j.archive.AddResult;
import dev.elm4j.archive.AddStatus;
import dev.elm4j.archive.Axis;
import dev.elm4j.archive.BatchResult;
import dev.elm4j.environment.Evaluation;
import dev.elm4j.environment.Failure;
import dev.elm4j.environment.Score;
import dev.elm4j.operator.Proposal;
import dev.elm4j.search.Candidate;
import dev.elm4j.search.Candidates;
import dev.elm4j.search.Commit;
import dev.elm4j.search.Commits;
import dev.elm4j.search.Evaluations;
import dev.elm4j.search.InjectionReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the verbs of a search give, as tables: candidates, evaluations, commits.
 *
 * <pre>{@code
 * BatchTable.of(search.ask(10));
 * var candidates = search.ask(4);
 * var evaluations = search.evaluate(candidates);
 * BatchTable.of(search.tell(candidates, evaluations));
 * BatchTable.failures(search.record().commits());
 * }</pre>
 */
public final class BatchTable {

    private static final Sheet.Column OPERATOR = Sheet.text("operator").brief("by");
    private static final Sheet.Column PARENTS = Sheet.text("parents").brief("from");

    private BatchTable() {}

    /** Candidates: number, operator, parents, solution; prompt and answer to unfold. */
    public static Bundle of(Candidates<?> candidates) {
        return candidates(
                "%s of batch %d, not yet evaluated"
                        .formatted(counted(candidates.size(), "candidate"), candidates.batch()),
                candidates.list());
    }

    /** One candidate, as a table of one row. */
    static Bundle of(Candidate<?> candidate) {
        return candidates("1 candidate of batch %d".formatted(candidate.batch()), List.of(candidate));
    }

    private static Bundle candidates(String caption, List<? extends Candidate<?>> candidates) {
        return new Sheet(
                        caption,
                        List.of(Sheet.number("#"), OPERATOR, PARENTS, Sheet.text(Sheet.SOLUTION)),
                        candidates.stream()
                                .map(candidate ->
                                        new Sheet.Row(start(candidate), brief(candidate), details(candidate, Map.of())))
                                .toList())
                .bundle();
    }

    /** Evaluations: objective and measures, or the reason of a failure. */
    public static Bundle of(Evaluations evaluations) {
        var scores = ScoreColumns.of(evaluations.axes(), evaluations.list());
        var columns = new ArrayList<Sheet.Column>();
        columns.add(Sheet.number("row"));
        columns.addAll(scores.columns());
        columns.add(Sheet.text("failure"));
        var rows = new ArrayList<Sheet.Row>();
        for (Evaluation evaluation : evaluations) {
            var cells = new ArrayList<String>();
            cells.add(String.valueOf(rows.size()));
            cells.addAll(scores.cells(evaluation));
            cells.add(evaluation instanceof Failure failure ? reason(failure) : "");
            rows.add(Sheet.Row.of(cells, artifacts(evaluation)));
        }
        String caption = "%s of batch %d".formatted(counted(evaluations.size(), "evaluation"), evaluations.batch());
        return new Sheet(caption, columns, rows).bundle();
    }

    /** Commits: the whole way of each candidate, from its parents to what the archive did with it. */
    public static Bundle of(Commits<?> commits) {
        return commits(commits.list(), commits.axes());
    }

    /** What an archive answered to a batch: of each solution its cell, and how much better it was than what was there. */
    public static Bundle of(BatchResult result) {
        var rows = new ArrayList<Sheet.Row>();
        for (AddResult one : result.results()) {
            rows.add(Sheet.Row.of(
                    String.valueOf(rows.size()),
                    one.status().word(),
                    String.valueOf(one.cell()),
                    Shown.number(one.value())));
        }
        return new Sheet(
                        result.toString(),
                        List.of(
                                Sheet.number("row"),
                                Sheet.text("outcome"),
                                Sheet.number("cell"),
                                Sheet.number("value")),
                        rows)
                .bundle();
    }

    /** What became of a solution that a person brought: a table of one row, or where it waits. */
    public static Bundle of(InjectionReport<?> report) {
        return report.commit()
                .map(commit -> commits(report.message(), List.of(commit), report.axes()))
                .orElseGet(() -> Cards.card(
                        "Candidate " + report.candidate(), List.of(Sheet.Row.of("waits", report.message()))));
    }

    /** One commit, as a table of one row; it does not know the names of its measures. */
    static Bundle of(Commit<?> commit) {
        return commits(List.of(commit), List.of());
    }

    private static Bundle commits(List<? extends Commit<?>> commits, List<Axis> axes) {
        return commits(caption(commits), commits, axes);
    }

    private static Bundle commits(String caption, List<? extends Commit<?>> commits, List<Axis> axes) {
        var scores =
                ScoreColumns.of(axes, commits.stream().map(Commit::evaluation).toList());
        var columns = new ArrayList<>(List.of(Sheet.number("#"), OPERATOR, PARENTS, Sheet.text(Sheet.SOLUTION)));
        columns.addAll(scores.columns());
        columns.add(Sheet.text("outcome"));
        return new Sheet(
                        caption,
                        columns,
                        commits.stream().map(commit -> row(commit, scores)).toList())
                .bundle();
    }

    /** Failures by kind, most frequent first, with the newest reason of each. */
    public static Bundle failures(List<? extends Commit<?>> commits) {
        var counts = new LinkedHashMap<String, Integer>();
        var reasons = new LinkedHashMap<String, String>();
        for (Commit<?> commit : commits) {
            if (commit.evaluation() instanceof Failure failure) {
                counts.merge(failure.kind(), 1, Integer::sum);
                reasons.put(failure.kind(), failure.reason());
            }
        }
        int failures = counts.values().stream().mapToInt(Integer::intValue).sum();
        return new Sheet(
                        "%s of %s failed".formatted(Shown.count(failures), counted(commits.size(), "candidate")),
                        List.of(Sheet.number("count"), Sheet.text("kind"), Sheet.text("newest reason")),
                        counts.entrySet().stream()
                                .sorted(Map.Entry.<String, Integer>comparingByValue()
                                        .reversed())
                                .map(kind -> Sheet.Row.of(
                                        Shown.count(kind.getValue()), kind.getKey(), reasons.get(kind.getKey())))
                                .toList())
                .bundle();
    }

    private static String caption(List<? extends Commit<?>> commits) {
        Map<String, Long> outcomes = commits.stream()
                .collect(Collectors.groupingBy(BatchTable::outcome, LinkedHashMap::new, Collectors.counting()));
        return counted(commits.size(), "candidate") + " committed"
                + List.of("new", "improved", "added", "not added", "failed").stream()
                        .filter(outcomes::containsKey)
                        .map(word -> Shown.count(outcomes.get(word)) + " " + word)
                        .collect(Collectors.joining(", ", ": ", ""));
    }

    private static String outcome(Commit<?> commit) {
        return commit.evaluation() instanceof Failure ? "failed" : commit.word();
    }

    private static Sheet.Row row(Commit<?> commit, ScoreColumns scores) {
        List<String> cells = start(commit.candidate());
        if (commit.candidate().proposal() instanceof Proposal.Failed<?>) {
            cells.set(cells.size() - 1, Shown.NONE); // the outcome gives the reason
        }
        List<String> brief = brief(commit.candidate());
        cells.addAll(scores.cells(commit.evaluation()));
        brief.addAll(scores.cells(commit.evaluation()));
        cells.add(
                commit.evaluation() instanceof Failure failure
                        ? "failed, " + reason(failure)
                        : outcomeWithGain(commit));
        brief.add(commit.evaluation() instanceof Failure failure ? failure.kind() : outcome(commit));
        var artifacts = commit.evaluation() instanceof Score score ? score.artifacts() : Map.<String, String>of();
        return new Sheet.Row(cells, brief, details(commit.candidate(), artifacts));
    }

    private static String outcomeWithGain(Commit<?> commit) {
        return commit.result()
                .filter(result -> result.status() == AddStatus.IMPROVED)
                .map(result -> "improved, +" + Shown.number(result.value()))
                .orElseGet(commit::word);
    }

    private static List<String> start(Candidate<?> candidate) {
        var cells = new ArrayList<String>();
        cells.add(String.valueOf(candidate.number()));
        cells.add(Shown.maker(candidate));
        cells.add(candidate.parents().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        cells.add(solution(candidate.proposal()));
        return cells;
    }

    /** The same for a text, where room is scarce: of the parents the first, and how many more there are. */
    private static List<String> brief(Candidate<?> candidate) {
        List<String> cells = start(candidate);
        candidate.injection().ifPresent(by -> cells.set(1, candidate.operator() + " by " + by.author()));
        List<Long> parents = candidate.parents();
        if (parents.size() > 1) {
            cells.set(2, parents.get(0) + " +" + (parents.size() - 1));
        }
        return cells;
    }

    private static String solution(Proposal<?> proposal) {
        return proposal instanceof Proposal.Solved<?> solved
                ? Shown.solution(solved.solution())
                : "none: " + reason(((Proposal.Failed<?>) proposal).failure());
    }

    private static String reason(Failure failure) {
        return failure.reason().isBlank() ? failure.kind() : failure.kind() + ": " + failure.reason();
    }

    private static List<Sheet.Detail> details(Candidate<?> candidate, Map<String, String> artifacts) {
        var details = new ArrayList<Sheet.Detail>();
        details.add(new Sheet.Detail("prompt", candidate.proposal().prompt()));
        details.add(new Sheet.Detail("answer", candidate.proposal().answer()));
        artifacts.forEach((name, text) -> details.add(new Sheet.Detail(name, text)));
        return details;
    }

    private static List<Sheet.Detail> artifacts(Evaluation evaluation) {
        return evaluation instanceof Score score
                ? score.artifacts().entrySet().stream()
                        .map(artifact -> new Sheet.Detail(artifact.getKey(), artifact.getValue()))
                        .toList()
                : List.of();
    }

    private static String counted(int count, String noun) {
        return Shown.count(count) + " " + noun + (count == 1 ? "" : "s");
    }
}
