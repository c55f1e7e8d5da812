package dev.elm4j.plot;

import dev.elm4j.search.Estimate;
import dev.elm4j.search.Estimate.Range;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * What candidates will probably cost, as a table with the range of each quantity.
 *
 * <pre>{@code
 * EstimateCard.of(Estimate.of(search, 200));
 * }</pre>
 */
public final class EstimateCard {

    private EstimateCard() {}

    /** The table. */
    public static Bundle of(Estimate estimate) {
        DoubleFunction<String> whole = number -> Shown.count(Math.round(number));
        return new Sheet(
                        "Estimate for %s candidates of '%s'. %s"
                                .formatted(Shown.count(estimate.candidates()), estimate.name(), estimate.basis()),
                        List.of(
                                Sheet.text(""),
                                Sheet.number("expected"),
                                Sheet.number("at least"),
                                Sheet.number("at most")),
                        List.of(
                                row("calls", estimate.calls(), whole),
                                row("tokens", estimate.tokens(), whole),
                                row("US dollars", estimate.usd(), Shown::amount),
                                Sheet.Row.of(
                                        "time", estimate.time().map(Shown::time).orElse("not known yet"), "", "")))
                .bundle();
    }

    private static Sheet.Row row(String word, Range range, DoubleFunction<String> text) {
        String expected = Double.isNaN(range.expected()) ? Shown.NONE : text.apply(range.expected());
        return Sheet.Row.of(word, expected, text.apply(range.low()), text.apply(range.high()));
    }
}
