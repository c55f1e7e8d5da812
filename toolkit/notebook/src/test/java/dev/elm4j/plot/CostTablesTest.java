package dev.elm4j.plot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elm4j.environment.Usage;
import dev.elm4j.functions.Functions;
import dev.elm4j.notebook.Tables;
import dev.elm4j.operator.Backing;
import dev.elm4j.operator.Gaussian;
import dev.elm4j.operator.IsoLine;
import dev.elm4j.search.Estimate;
import dev.elm4j.search.Estimate.Range;
import dev.elm4j.search.Interval;
import dev.elm4j.search.OperatorCredit;
import dev.elm4j.search.OperatorCredits;
import dev.elm4j.search.Search;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a run has cost and what it will cost, as a notebook shows it. */
class CostTablesTest {

    private static Bundle shown(Object value) {
        Bundle bundle = Bundles.of(value).orElseThrow();
        assertThat(bundle.text().lines())
                .allSatisfy(line -> assertThat(Width.of(line)).as(line).isLessThanOrEqualTo(80));
        return bundle;
    }

    private static OperatorCredits paid() {
        var usage = new Usage(10, 5_000, 700, 12_345_678, 3);
        var row = new OperatorCredit(
                "rewrite <b>bold</b>",
                new Backing("gpt-<i>mini", "rewrite-1"),
                10,
                Map.of("copy", 2L, "no <u>solution", 4L),
                3,
                1,
                2.5,
                new Interval(0.1, 0.4),
                usage);
        return new OperatorCredits("paid", List.of(row));
    }

    @Test
    void creditsShowModelPromptIntervalsAndThePriceOfAnElite() {
        Bundle bundle = shown(paid());
        assertThat(bundle.text()).contains("rewrite");
        String html = bundle.html().orElseThrow();
        assertThat(html)
                .contains("rewrite-1", "gpt-&lt;i&gt;mini", "40 % (16.8 % to 68.7 %)".replace("40 %", "40.0 %"))
                .contains("0.25 (0.1 to 0.4)", "0.0123 USD", "0.0031 USD")
                .contains("no &lt;u&gt;solution: 4", "3 of 10 calls came without a count of tokens")
                .doesNotContain("<b>bold", "<u>solution", "<i>mini");
    }

    @Test
    void creditsOfNumericOperatorsHaveNeitherModelsNorPrices() {
        var search = Search.of(Functions.sphere(2)).operators(Gaussian.of(0.5), IsoLine.of(0.01, 0.2));
        search.run(200);
        String html = shown(search.credits()).html().orElseThrow();
        assertThat(html).contains("gaussian(0.5)").doesNotContain("model<", "prompt<", "USD");
        var table = Tables.credits(search);
        assertThat(table.columnNames()).contains("operator", "qd gain", "share low", "tokens per elite");
        assertThat(table.rowCount()).isEqualTo(3); // seeds too
        assertThat(table.longColumn("tries").sum()).isEqualTo(200);
    }

    @Test
    void anEstimateShowsItsRangesAndWhatItRestsOn() {
        var estimate = new Estimate(
                "opinions",
                200,
                new Range(400, 400, 400),
                new Range(90_000, 100_000, 110_000),
                new Range(0.011, 0.012, 0.013),
                Optional.of(Duration.ofSeconds(75)),
                "From the latest 100 candidates of the run.");
        Bundle bundle = shown(estimate);
        assertThat(bundle.text())
                .contains("200 candidates", "100,000", "110,000", "0.0130", "1 min 15 s", "latest 100 candidates");
        assertThat(estimate.toString()).contains("about 100,000 (90,000 to 110,000)", "about 75 s");
    }
}
