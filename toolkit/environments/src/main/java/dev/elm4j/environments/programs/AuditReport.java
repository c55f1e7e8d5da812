package dev.elm4j.environments.programs;

import static java.util.Objects.requireNonNull;

import dev.elm4j.sandbox.Tier;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a problem says of programs that should not score well, and which of them do.
 *
 * <pre>{@code
 * AuditReport report = programs.audit();
 * report.suspicious().size();   // 0: nothing trivial scores well
 * }</pre>
 *
 * @param name of the environment
 * @param tier that the programs ran under
 * @param rows one per program, those that scored too well first
 */
public record AuditReport(String name, Tier tier, List<Row> rows) {

    /**
     * What one program came to.
     *
     * <pre>{@code
     * AuditReport.Row row = programs.audit().rows().get(0);
     * row.isSuspicious();   // false
     * }</pre>
     *
     * @param program what it does, such as {@code "always 0"}
     * @param status how it ended, in words
     * @param score objective, in [0, 1]; 0 for a failure
     * @param isSuspicious whether that is too well
     * @param advice what to do about it; empty where nothing is suspicious
     */
    public record Row(String program, String status, double score, boolean isSuspicious, String advice) {

        public Row {
            requireNonNull(program, "program");
            requireNonNull(status, "status");
            requireNonNull(advice, "advice");
        }
    }

    public AuditReport {
        requireNonNull(name, "name");
        requireNonNull(tier, "tier");
        rows = List.copyOf(rows);
    }

    /** The programs that scored too well; none is what one wants. */
    public List<Row> suspicious() {
        return rows.stream().filter(Row::isSuspicious).toList();
    }

    /** The sentence above the rows. */
    public String verdict() {
        int bad = suspicious().size();
        return bad == 0
                ? "Audit of %s: none of %d trivial, broken and cheating programs scored well."
                        .formatted(name, rows.size())
                : "Audit of %s: %d of %d programs scored too well.".formatted(name, bad, rows.size());
    }

    @Override
    public String toString() {
        return rows.stream()
                .map(row -> String.format(
                        Locale.ROOT,
                        "%s %-26.26s %5.2f  %-16.16s%s",
                        row.isSuspicious() ? "!" : " ",
                        row.program(),
                        row.score(),
                        row.status(),
                        row.isSuspicious() ? "\n    " + row.advice() : ""))
                .collect(Collectors.joining("\n", verdict() + "\n", "\nRan in: " + tier.words()));
    }
}
