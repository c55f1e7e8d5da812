package dev.elm4j.plot;

import dev.elm4j.archive.Axis;
import dev.elm4j.archive.CvtTessellation;
import dev.elm4j.archive.Elite;
import dev.elm4j.archive.Statistics;
import dev.elm4j.archive.Tessellation;
import dev.elm4j.environment.Environment;
import dev.elm4j.environment.Usage;
import dev.elm4j.operator.Operator;
import dev.elm4j.search.Budget;
import dev.elm4j.search.Progress;
import dev.elm4j.search.RunReport;
import dev.elm4j.search.RunState;
import dev.elm4j.search.Setup;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Single values as two-column tables: a word and what it is. */
final class Cards {

    private static final int SEEDS = 5;

    private Cards() {}

    static Bundle of(Statistics statistics) {
        return card("Archive", rows(statistics));
    }

    static Bundle of(Progress progress) {
        return card("Progress", rows(progress));
    }

    /** Map and statistics are not in it: the live display above it shows them. */
    static Bundle of(RunReport report) {
        var rows = new ArrayList<Sheet.Row>();
        rows.add(Sheet.Row.of("state", word(report.state())));
        rows.add(Sheet.Row.of("message", report.message()));
        rows.add(Sheet.Row.of("failed", failures(report)));
        rows.add(Sheet.Row.of("models", usage(report.progress().usage())));
        return card("Run '" + report.name() + "'", rows);
    }

    /** How many of the candidates of this {@code run} failed, and how. */
    private static String failures(RunReport report) {
        if (report.failures().isEmpty()) {
            return "none";
        }
        long failed =
                report.failures().values().stream().mapToLong(Long::longValue).sum();
        return report.failures().entrySet().stream()
                .map(kind -> Shown.count(kind.getValue()) + " " + kind.getKey())
                .collect(Collectors.joining(
                        ", ", Shown.count(failed) + " of " + Shown.count(report.committed()) + ": ", ""));
    }

    static Bundle of(Elite<?> elite) {
        return EliteTable.of(List.of(elite), elite.axes());
    }

    static Bundle of(Environment<?> environment) {
        return card("Environment '" + environment.name() + "'", rows(environment));
    }

    static List<Sheet.Row> rows(Setup<?> setup) {
        var rows = new ArrayList<Sheet.Row>();
        rows.add(Sheet.Row.of(
                "environment",
                setup.environment().name() + ", version " + setup.environment().version()));
        rows.add(Sheet.Row.of(
                "operators",
                setup.operators().isEmpty()
                        ? "none yet"
                        : setup.operators().stream().map(Operator::name).collect(Collectors.joining(", "))));
        rows.add(Sheet.Row.of(
                "cells",
                setup.tessellation() == null
                        ? "no axes yet"
                        : "%s: %s".formatted(Shown.count(setup.tessellation().cells()), axes(setup.tessellation()))));
        rows.add(Sheet.Row.of("strategy", setup.strategy().name()));
        rows.add(Sheet.Row.of("budget", budget(setup.budget())));
        int rules = setup.limits().rules().size();
        if (rules > 0) {
            rows.add(Sheet.Row.of(
                    "until", rules == 1 ? "a stop rule says so" : "one of %d stop rules says so".formatted(rules)));
        }
        rows.add(Sheet.Row.of(
                "batch",
                "%d candidates, planned %d %s ahead; seed %d"
                        .formatted(
                                setup.batch(),
                                setup.window(),
                                setup.window() == 1 ? "batch" : "batches",
                                setup.seed())));
        return rows;
    }

    static List<Sheet.Row> rows(Progress progress) {
        var rows = new ArrayList<Sheet.Row>();
        rows.add(Sheet.Row.of(
                "candidates",
                "%s, of which %s failed"
                        .formatted(Shown.count(progress.candidates()), Shown.count(progress.failures()))));
        rows.addAll(rows(progress.statistics()));
        rows.add(Sheet.Row.of("models", usage(progress.usage())));
        return rows;
    }

    static Bundle card(String caption, List<Sheet.Row> rows) {
        return new Sheet(caption, List.of(Sheet.text(""), Sheet.text("")), rows).bundle();
    }

    static String word(Enum<?> constant) {
        return constant == RunState.REACHED
                ? "ended by a stop rule"
                : constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String usage(Usage usage) {
        return usage.calls() == 0
                ? "no calls"
                : "%s calls, %s tokens read, %s written"
                                .formatted(
                                        Shown.count(usage.calls()),
                                        Shown.count(usage.inputTokens()),
                                        Shown.count(usage.outputTokens()))
                        + (usage.nanoUsd() == 0 ? "" : ", " + Shown.usd(usage.usd()))
                        + (usage.estimated() == 0
                                ? ""
                                : " (tokens of %s calls estimated)".formatted(Shown.count(usage.estimated())));
    }

    private static List<Sheet.Row> rows(Statistics statistics) {
        return List.of(
                Sheet.Row.of(
                        "coverage",
                        "%s (%s of %s cells)"
                                .formatted(
                                        Shown.percent(statistics.coverage()),
                                        Shown.count(statistics.elites()),
                                        Shown.count(statistics.cells()))),
                Sheet.Row.of("QD score", Shown.number(statistics.qdScore())),
                Sheet.Row.of("best", Shown.number(statistics.best())),
                Sheet.Row.of("mean", Shown.number(statistics.mean())));
    }

    static List<Sheet.Row> rows(Environment<?> environment) {
        var rows = new ArrayList<Sheet.Row>();
        rows.add(Sheet.Row.of("version", environment.version()));
        if (!environment.task().isEmpty()) {
            rows.add(Sheet.Row.of("task", environment.task()));
        }
        rows.add(Sheet.Row.of("axes", environment.axes().isEmpty() ? "none yet" : axes(environment.axes())));
        List<?> seeds = environment.seeds();
        rows.add(Sheet.Row.of("seeds", Shown.count(seeds.size())));
        seeds.stream().limit(SEEDS).forEach(seed -> rows.add(Sheet.Row.of("", Shown.solution(seed))));
        return rows;
    }

    private static String axes(Tessellation cells) {
        return cells instanceof CvtTessellation
                ? cells.axes().stream()
                        .map(axis -> Cards.range(axis))
                        .collect(Collectors.joining("; ", "around centroids, ", ""))
                : axes(cells.axes());
    }

    private static String axes(List<Axis> axes) {
        return axes.stream()
                .map(axis -> axis.isCategorical()
                        ? axis.label() + ": " + String.join(", ", axis.categories())
                        : "%s in %d bins".formatted(range(axis), axis.bins()))
                .collect(Collectors.joining("; "));
    }

    private static String range(Axis axis) {
        return "%s from %s to %s".formatted(axis.label(), Shown.number(axis.min()), Shown.number(axis.max()));
    }

    private static String budget(Budget budget) {
        return cap(budget.candidates(), "candidates") + ", " + cap(budget.calls(), "model calls");
    }

    private static String cap(long cap, String noun) {
        return cap == Budget.UNLIMITED ? "no cap on " + noun : "at most " + Shown.count(cap) + " " + noun;
    }
}
