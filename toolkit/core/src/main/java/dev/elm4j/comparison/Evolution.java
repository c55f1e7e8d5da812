package dev.elm4j.comparison;

import dev.elm4j.comparison.Verdict.Answer;
import dev.elm4j.search.Search;
import dev.elm4j.search.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The question whether evolution is needed here at all. */
final class Evolution {

    /** Per run, if the search has no budget of its own. */
    static final long CANDIDATES = 500;

    private Evolution() {}

    /** The baselines, and the search's own strategy last. */
    static <S> List<Arm<S>> arms(Search<S> search) {
        Strategy own = search.setup().strategy();
        var arms = new ArrayList<Arm<S>>();
        arms.add(Arm.strategy(Strategy.independentSampling()));
        if (search.setup().environment().sampler().isPresent()) {
            arms.add(Arm.strategy(Strategy.randomSearch()));
        }
        if (arms.stream().anyMatch(arm -> arm.name().equals(own.name()))
                || own.name().equals(Strategy.randomSearch().name())) {
            throw new IllegalArgumentException(
                    "The search's strategy is '%s', which is what evolution is compared with. Give it one that evolves, such as .strategy(Strategy.mapElites())."
                            .formatted(own.name()));
        }
        arms.add(Arm.of(own.name(), base -> base));
        return arms;
    }

    /** YES needs every baseline beaten at the 5 % level; NO one baseline that is better at 5 % divided by their number. */
    static Verdict verdict(ComparisonTable table) {
        List<String> arms = table.arms();
        String own = arms.get(arms.size() - 1);
        var duels = new ArrayList<Duel>();
        for (String baseline : arms.subList(0, arms.size() - 1)) {
            duels.add(Duel.of(table, own, baseline));
        }
        boolean unfit = TableMaker.falls(table.runs());
        boolean won = duels.stream().allMatch(duel -> duel.a12() > 0.5 && duel.p() < ComparisonTable.LEVEL);
        boolean lost =
                duels.stream().anyMatch(duel -> duel.a12() < 0.5 && duel.p() < ComparisonTable.LEVEL / duels.size());
        Answer answer = unfit ? Answer.NOT_SHOWN : won ? Answer.YES : lost ? Answer.NO : Answer.NOT_SHOWN;
        return new Verdict(answer, sentence(answer, table, own, duels), table);
    }

    /** The search's own strategy against one baseline, by QD score. */
    private record Duel(String baseline, ComparisonRow row, int n, double p, double a12) {

        static Duel of(ComparisonTable table, String own, String baseline) {
            double[] mine = TableMaker.values(table.runs(), own, ComparisonTable.QD_SCORE);
            double[] theirs = TableMaker.values(table.runs(), baseline, ComparisonTable.QD_SCORE);
            return new Duel(
                    baseline,
                    table.row(baseline, ComparisonTable.QD_SCORE),
                    mine.length,
                    RankTest.p(mine, theirs),
                    RankTest.a12(mine, theirs));
        }

        boolean isEmpty() {
            return n == 0 || row.n() == 0;
        }

        boolean couldShow() {
            return RankTest.smallestP(n, row.n()) < ComparisonTable.LEVEL;
        }

        String text() {
            return row.n() == 0 || n == 0
                    ? "%s has no whole run to compare".formatted(row.n() == 0 ? baseline : "the search")
                    : String.format(
                            Locale.ROOT,
                            "%s has %s (p = %s, A12 = %.2f, n = %d against %d)",
                            baseline,
                            TableText.number(row.median()),
                            TableText.p(p),
                            a12,
                            n,
                            row.n());
        }
    }

    private static String sentence(Answer answer, ComparisonTable table, String own, List<Duel> duels) {
        String numbers = "Its median QD score is %s at %s; %s."
                .formatted(
                        TableText.number(
                                table.row(own, ComparisonTable.QD_SCORE).median()),
                        table.cost().text(table.budget()),
                        String.join(", ", duels.stream().map(Duel::text).toList()));
        String plain =
                switch (answer) {
                    case YES -> "Yes: '%s' finds more than its operators do without evolution.".formatted(own);
                    case NO -> "No: at this budget '%s' is worse than a baseline without evolution.".formatted(own);
                    case NOT_SHOWN ->
                        TableMaker.falls(table.runs())
                                ? "Not shown: some objectives are below the offset, so that a QD score tells nothing. Run a comparison with .offset(the least possible objective), and ask Verdict.of(table)."
                                : duels.stream().anyMatch(Duel::isEmpty)
                                        ? "Not shown: there is nothing to compare with, because runs broke or ended early; the table says which."
                                        : duels.stream().allMatch(Duel::couldShow)
                                                ? "Not shown: the runs of '%s' and of a baseline do not differ by more than chance. More seeds or a greater budget may tell."
                                                        .formatted(own)
                                                : "Not shown: so few runs cannot tell, however great the difference; use 5 seeds or more.";
                };
        return plain + " " + numbers;
    }
}
