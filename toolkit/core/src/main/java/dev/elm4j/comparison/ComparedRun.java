package dev.elm4j.comparison;

import dev.elm4j.search.Progress;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One run of a comparison: an arm with a seed.
 *
 * <pre>{@code
 * for (ComparedRun run : compared.runs()) {
 *     String line = run.name() + " " + run.values().get("QD score");
 * }
 * }</pre>
 *
 * @param arm its name
 * @param seed of the run
 * @param name of the run, and of its folder where there is a journal
 * @param ending whether it spent its budget
 * @param progress the last at or below the budget, by which it is compared; an overshoot does not count
 * @param values by metric: {@code QD score}, {@code coverage}, {@code best}, and those that the comparison was given
 * @param curve how it came there
 */
public record ComparedRun(
        String arm,
        long seed,
        String name,
        Ending ending,
        Progress progress,
        Map<String, Double> values,
        List<CurvePoint> curve) {

    public ComparedRun {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        curve = List.copyOf(curve);
    }

    /** One line: {@code MAP-Elites, seed 3: QD score 12.34, coverage 0.25, best 0.98}. */
    @Override
    public String toString() {
        return values.entrySet().stream()
                .map(value -> String.format(Locale.ROOT, "%s %.4g", value.getKey(), value.getValue()))
                .collect(Collectors.joining(", ", "%s, seed %d: ".formatted(arm, seed), ""));
    }
}
