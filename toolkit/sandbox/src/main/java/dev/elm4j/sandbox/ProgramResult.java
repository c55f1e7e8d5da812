package dev.elm4j.sandbox;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a request came to: one outcome per input, what was printed, and where it ran.
 *
 * <pre>{@code
 * var squares = Program.python("def run(n):\n    return n * n", "run");
 * var result = sandbox.run(ProgramRequest.of(squares).inputs(List.of(List.of(3), List.of("three"))));
 * result.status().toString();            // "TYPE_ERROR": that of the second input
 * result.outcomes().get(0).toString();   // "9"
 * }</pre>
 *
 * @param status {@link ProgramStatus#VALID} if every input has a value, else that of the first that has none
 * @param detail why, for people; empty if all is well
 * @param outcomes one per input, in order
 * @param stdout what the program printed, cut at its limit
 * @param stderr what it printed there, cut at its limit
 * @param truncated whether anything was cut
 * @param timings where the time went
 * @param findings of the guard
 * @param tier that the program ran under
 */
public record ProgramResult(
        ProgramStatus status,
        String detail,
        List<Outcome> outcomes,
        String stdout,
        String stderr,
        boolean truncated,
        Timings timings,
        List<Finding> findings,
        Tier tier) {

    private static final int COLUMNS = 80;

    public ProgramResult {
        requireNonNull(status, "status");
        requireNonNull(detail, "detail");
        requireNonNull(stdout, "stdout");
        requireNonNull(stderr, "stderr");
        requireNonNull(timings, "timings");
        requireNonNull(tier, "tier");
        outcomes = List.copyOf(outcomes);
        findings = List.copyOf(findings);
    }

    /**
     * The value of the only input; null where it has none.
     *
     * @throws IllegalStateException if there are several inputs
     */
    public Object value() {
        if (outcomes.size() != 1) {
            throw new IllegalStateException(
                    "value() is for one input, but there are " + outcomes.size() + "; look at outcomes()");
        }
        return outcomes.get(0).value();
    }

    /** The values, or the status and why; at most 80 characters. */
    @Override
    public String toString() {
        String where = " (" + Math.round(timings.total()) + " ms, " + tier.words() + ")";
        String what = status == ProgramStatus.VALID
                ? Shown.value(outcomes.size() == 1 ? value() : outcomes, COLUMNS - where.length())
                : Shown.line(status + ": " + detail, COLUMNS - where.length());
        return what + where;
    }
}
