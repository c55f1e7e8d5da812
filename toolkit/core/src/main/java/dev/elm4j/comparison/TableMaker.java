package dev.elm4j.comparison;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Turns runs into rows and notes. */
final class TableMaker {

    /** More are only counted. */
    private static final int NOTED = 4;

    /** Of a sum of objectives; less is no fall. */
    private static final double ROUNDING = 1e-9;

    /** Share of the budget. */
    private static final double UNEQUAL = 0.05;

    private TableMaker() {}

    static <S> ComparisonTable table(String name, Design<S> design, List<ComparedRun> runs, List<String> first) {
        List<String> arms = design.arms().stream().map(Arm::name).toList();
        var metrics = new ArrayList<>(ComparisonTable.STANDARD);
        metrics.addAll(design.reading().extras().keySet());
        var rows = new ArrayList<ComparisonRow>();
        for (String metric : metrics) {
            double[] baseline = values(runs, arms.get(0), metric);
            for (String arm : arms) {
                boolean isBaseline = arm.equals(arms.get(0));
                rows.add(row(metric, arm, values(runs, arm, metric), isBaseline ? new double[0] : baseline));
            }
        }
        var notes = new ArrayList<>(first);
        notes.addAll(ofRuns(runs, arms.size() * design.seeds().size()));
        notes.addAll(ofSize(runs, arms));
        notes.addAll(ofCost(design.cap(), runs));
        if (falls(runs)) {
            notes.add(
                    "A QD score fell while cells were filled: some objectives are below the offset, so that an elite is "
                            + "worth less than an empty cell. Use .offset(the least possible objective).");
        }
        return new ComparisonTable(name, design.cap().cost(), design.cap().budget(), rows, runs, notes);
    }

    /** Whole batches come out at different costs; where that is much, it is not the arms that differ. */
    private static List<String> ofCost(Design.Cap cap, List<ComparedRun> runs) {
        var costs = runs.stream()
                .filter(run -> run.ending().counts())
                .mapToDouble(run -> cap.cost().of(run.progress()))
                .summaryStatistics();
        return costs.getCount() > 0 && costs.getMax() - costs.getMin() > UNEQUAL * cap.budget()
                ? List.of(
                        "Not at equal cost: the runs are compared at %s to %s, because their batches differ. Use batches that divide the budget."
                                .formatted(
                                        cap.cost().text(costs.getMin()),
                                        cap.cost().text(costs.getMax())))
                : List.of();
    }

    private static ComparisonRow row(String metric, String arm, double[] values, double[] baseline) {
        double[] interval = Samples.interval(values);
        return new ComparisonRow(
                metric,
                arm,
                values.length,
                Samples.median(values),
                interval[0],
                interval[1],
                RankTest.p(values, baseline),
                RankTest.a12(values, baseline));
    }

    /** Of the runs that count; who found nothing is below all others. */
    static double[] values(List<ComparedRun> runs, String arm, String metric) {
        return runs.stream()
                .filter(run -> run.arm().equals(arm) && run.ending().counts())
                .mapToDouble(run -> run.values().get(metric))
                .map(value -> Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value)
                .toArray();
    }

    private static List<String> ofRuns(List<ComparedRun> runs, int all) {
        List<ComparedRun> marked = runs.stream()
                .filter(run -> run.ending().kind() != Ending.Kind.AT_BUDGET)
                .toList();
        var notes = new ArrayList<String>();
        long there = runs.size() - marked.size();
        if (there < all) {
            notes.add("%,d of %,d runs are at the budget.".formatted(there, all));
        }
        marked.stream().limit(NOTED).forEach(run -> notes.add(sentence(run)));
        if (marked.size() > NOTED) {
            notes.add("And so %,d more.".formatted(marked.size() - NOTED));
        }
        return notes;
    }

    private static String sentence(ComparedRun run) {
        String how =
                switch (run.ending().kind()) {
                    case EARLY -> "ended below the budget and is compared as it was then";
                    case INTERRUPTED -> "was interrupted and is left out";
                    default -> "broke and is left out";
                };
        return "'%s', seed %d, %s: %s"
                .formatted(run.arm(), run.seed(), how, run.ending().note());
    }

    /** Whether a QD score, which over elites can only rise, fell: some objectives are below the offset. */
    static boolean falls(List<ComparedRun> runs) {
        return runs.stream().anyMatch(run -> falls(run.curve().iterator()));
    }

    private static boolean falls(Iterator<CurvePoint> points) {
        double before = 0;
        while (points.hasNext()) {
            double now = points.next().qdScore();
            if (now < before - ROUNDING * Math.abs(before)) {
                return true;
            }
            before = now;
        }
        return false;
    }

    /** Says where no difference, however great, could show. */
    private static List<String> ofSize(List<ComparedRun> runs, List<String> arms) {
        int first = values(runs, arms.get(0), ComparisonTable.QD_SCORE).length;
        int least = arms.stream()
                .skip(1)
                .mapToInt(arm -> values(runs, arm, ComparisonTable.QD_SCORE).length)
                .min()
                .orElse(0);
        double smallest = RankTest.smallestP(first, least);
        return smallest <= ComparisonTable.LEVEL
                ? List.of()
                : List.of(("With n = %d against n = %d no p can be below %.2g, however great the difference; "
                                + "4 seeds can reach 0.029, 5 can reach 0.008.")
                        .formatted(first, least, smallest));
    }
}
