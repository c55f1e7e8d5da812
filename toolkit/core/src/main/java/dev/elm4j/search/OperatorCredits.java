package dev.elm4j.search;

import dev.elm4j.environment.Failure;
import dev.elm4j.environment.Score;
import dev.elm4j.environment.Usage;
import dev.elm4j.operator.Backing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which operators of a run earn their cost: one row per operator with its model and prompt, the most QD gain first.
 *
 * <pre>{@code
 * OperatorCredits.of(search.record()).rows().size();   // one row for the seeds, and one per operator
 * }</pre>
 *
 * <p>In a run of elites the gains of all rows sum up to the QD score, as long as nothing was evaluated again. With other cell
 * policies a gain is what the archive said of the candidate. Reads every commit of the run once.
 *
 * @param name of the run
 * @param rows at least one per operator that has a committed candidate
 */
public record OperatorCredits(String name, List<OperatorCredit> rows) {

    public OperatorCredits {
        rows = List.copyOf(rows);
    }

    /** At most 80 columns; more is in the rows. */
    @Override
    public String toString() {
        var text = new StringBuilder("%-27s %7s %7s %7s %9s %9s %8s"
                .formatted("operator", "tries", "elites", "failed", "QD gain", "tokens", "USD"));
        for (OperatorCredit row : rows) {
            text.append(String.format(
                    Locale.ROOT,
                    "%n%-27.27s %,7d %,7d %,7d %9.4g %,9d %8.4f",
                    row.operator(),
                    row.tries(),
                    row.elites(),
                    row.failed(),
                    row.qdGain(),
                    row.usage().tokens(),
                    row.usage().usd()));
        }
        return text.toString();
    }

    /** The credits of a run as far as it is. */
    public static OperatorCredits of(RunRecord<?> record) {
        var sums = new LinkedHashMap<String, Sum>();
        record.commits()
                .forEach(commit -> sums.computeIfAbsent(commit.candidate().operator(), operator -> new Sum())
                        .take(commit));
        var rows = new ArrayList<OperatorCredit>();
        sums.forEach(
                (operator, sum) -> rows.add(sum.row(operator, record.backings().getOrDefault(operator, Backing.NONE))));
        rows.sort((a, b) -> Double.compare(b.qdGain(), a.qdGain()));
        return new OperatorCredits(record.name(), rows);
    }

    /** Sums up the commits of one operator. */
    private static final class Sum {

        private final Map<String, Long> failures = new TreeMap<>();
        private double[] gains = new double[64];
        private int tries;
        private long fresh;
        private long improved;
        private Usage usage = Usage.NONE;

        void take(Commit<?> commit) {
            if (tries == gains.length) {
                gains = Arrays.copyOf(gains, 2 * tries);
            }
            gains[tries++] = gain(commit);
            usage = usage.plus(commit.usage());
            if (commit.evaluation() instanceof Failure failure) {
                failures.merge(failure.kind(), 1L, Long::sum);
            }
        }

        private double gain(Commit<?> commit) {
            if (!(commit.evaluation() instanceof Score score) || commit.result().isEmpty()) {
                return 0;
            }
            var result = commit.result().get();
            return switch (result.status()) {
                case NEW -> {
                    fresh++;
                    yield score.objective();
                }
                case IMPROVED -> {
                    improved++;
                    yield result.value();
                }
                default -> 0;
            };
        }

        OperatorCredit row(String operator, Backing backing) {
            double[] all = Arrays.copyOf(gains, tries);
            double sum = Arrays.stream(all).sum();
            return new OperatorCredit(
                    operator, backing, tries, failures, fresh, improved, sum, Interval.ofMean(all), usage);
        }
    }
}
