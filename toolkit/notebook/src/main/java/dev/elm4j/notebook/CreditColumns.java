package dev.elm4j.notebook;

import static dev.elm4j.notebook.Tables.doubles;
import static dev.elm4j.notebook.Tables.longs;
import static dev.elm4j.notebook.Tables.texts;

import dev.elm4j.search.OperatorCredit;
import dev.elm4j.search.OperatorCredits;
import java.util.List;
import java.util.TreeSet;
import tech.tablesaw.api.Table;

/** Credits as a table of Tablesaw, for plots of one's own. */
final class CreditColumns {

    private CreditColumns() {}

    static Table of(OperatorCredits credits) {
        List<OperatorCredit> rows = credits.rows();
        Table table = Table.create(
                credits.name() + ": credits",
                texts("operator", rows, OperatorCredit::operator),
                texts("model", rows, row -> row.backing().model()),
                texts("prompt", rows, row -> row.backing().prompt()),
                longs("tries", rows, OperatorCredit::tries),
                longs("failed", rows, OperatorCredit::failed),
                longs("new cells", rows, OperatorCredit::fresh),
                longs("improved", rows, OperatorCredit::improved),
                doubles("share", rows, OperatorCredit::share),
                doubles("share low", rows, row -> row.shareInterval().low()),
                doubles("share high", rows, row -> row.shareInterval().high()),
                doubles("qd gain", rows, OperatorCredit::qdGain),
                doubles("gain per try", rows, row -> row.qdGain() / row.tries()),
                doubles("gain low", rows, row -> row.gainPerTry().low()),
                doubles("gain high", rows, row -> row.gainPerTry().high()),
                longs("calls", rows, row -> row.usage().calls()),
                longs("tokens", rows, row -> row.usage().tokens()),
                doubles("usd", rows, row -> row.usage().usd()),
                doubles("tokens per elite", rows, OperatorCredit::tokensPerElite),
                doubles("usd per elite", rows, OperatorCredit::usdPerElite));
        var kinds = new TreeSet<String>();
        rows.forEach(row -> kinds.addAll(row.failures().keySet()));
        kinds.forEach(kind -> table.addColumns(
                longs("failed: " + kind, rows, row -> row.failures().getOrDefault(kind, 0L))));
        return table;
    }
}
