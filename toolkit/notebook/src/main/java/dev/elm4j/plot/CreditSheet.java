package dev.elm4j.plot;

import dev.elm4j.search.Interval;
import dev.elm4j.search.OperatorCredit;
import dev.elm4j.search.OperatorCredits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What each operator of a run has tried, reached and cost, as a table; failures unfold below the operator's name.
 *
 * <pre>{@code
 * CreditSheet.of(search.credits());
 * }</pre>
 */
public final class CreditSheet {

    private CreditSheet() {}

    /** The table. */
    public static Bundle of(OperatorCredits credits) {
        boolean paid = credits.rows().stream().anyMatch(row -> row.usage().nanoUsd() > 0);
        boolean written =
                credits.rows().stream().anyMatch(row -> !row.backing().model().isEmpty());
        var columns = new ArrayList<Sheet.Column>();
        columns.add(Sheet.text("operator"));
        if (written) {
            columns.add(Sheet.text("model"));
            columns.add(Sheet.text("prompt"));
        }
        columns.addAll(List.of(
                Sheet.number("tries"),
                Sheet.number("failed"),
                Sheet.number("new cells").brief("new"),
                Sheet.number("improved").brief("impr."),
                Sheet.number("became elites (95 %)").brief("elites"),
                Sheet.number("QD gain"),
                Sheet.number("gain per try (95 %)").brief("per try"),
                Sheet.number("tokens"),
                Sheet.number("tokens per elite").brief("per elite")));
        if (paid) {
            columns.add(Sheet.number("USD"));
            columns.add(Sheet.number("USD per elite").brief("per elite"));
        }
        return new Sheet(
                        "Run '%s': what its operators have earned, the most QD gain first".formatted(credits.name()),
                        columns,
                        credits.rows().stream()
                                .map(row -> row(row, written, paid))
                                .toList())
                .bundle();
    }

    private static Sheet.Row row(OperatorCredit row, boolean written, boolean paid) {
        var cells = new ArrayList<String>();
        cells.add(row.operator());
        if (written) {
            cells.add(row.backing().model());
            cells.add(row.backing().prompt());
        }
        int first = cells.size();
        cells.addAll(List.of(
                Shown.count(row.tries()),
                Shown.count(row.failed()),
                Shown.count(row.fresh()),
                Shown.count(row.improved()),
                Shown.percent(row.share()) + percents(row.shareInterval()),
                Shown.number(row.qdGain()),
                Shown.number(row.qdGain() / row.tries()) + numbers(row.gainPerTry()),
                Shown.count(row.usage().tokens()),
                Shown.number(row.tokensPerElite())));
        if (paid) {
            cells.add(Shown.usd(row.usage().usd()));
            cells.add(Double.isNaN(row.usdPerElite()) ? Shown.NONE : Shown.usd(row.usdPerElite()));
        }
        var brief = new ArrayList<>(cells);
        brief.set(first + 4, Shown.percent(row.share()));
        brief.set(first + 6, Shown.number(row.qdGain() / row.tries()));
        return new Sheet.Row(cells, brief, details(row));
    }

    private static String percents(Interval interval) {
        return " (%s to %s)".formatted(Shown.percent(interval.low()), Shown.percent(interval.high()));
    }

    private static String numbers(Interval interval) {
        return " (%s to %s)".formatted(Shown.number(interval.low()), Shown.number(interval.high()));
    }

    private static List<Sheet.Detail> details(OperatorCredit row) {
        var details = new ArrayList<Sheet.Detail>();
        if (!row.failures().isEmpty()) {
            details.add(new Sheet.Detail(
                    "failures",
                    row.failures().entrySet().stream()
                            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                            .map(kind -> kind.getKey() + ": " + Shown.count(kind.getValue()))
                            .collect(Collectors.joining("\n"))));
        }
        if (row.usage().estimated() > 0) {
            details.add(new Sheet.Detail(
                    "tokens",
                    "%s of %s calls came without a count of tokens; theirs are estimated."
                            .formatted(
                                    Shown.count(row.usage().estimated()),
                                    Shown.count(row.usage().calls()))));
        }
        return details;
    }
}
