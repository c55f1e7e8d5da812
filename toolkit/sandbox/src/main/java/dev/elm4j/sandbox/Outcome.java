package dev.elm4j.sandbox;

import static java.util.Objects.requireNonNull;

/**
 * What one input came to.
 *
 * <pre>{@code
 * var outcome = new Outcome(ProgramStatus.VALID, 42, "", 1.5);
 * outcome.toString();   // "42"
 * }</pre>
 *
 * @param status {@link ProgramStatus#VALID} if there is a value
 * @param value what the program returned: null, a Boolean, a whole number as the first of Integer, Long and BigInteger that
 *     holds it, a Double, a String, a byte[], a List or a Map of values; a value of any other type comes as an
 *     {@link Opaque}. Null too where there is no value
 * @param detail why there is no value, for people; empty if there is one
 * @param cpuMs time on processors, in milliseconds; 0 where unknown
 */
public record Outcome(ProgramStatus status, Object value, String detail, double cpuMs) {

    /**
     * A value that is none of the kinds that travel.
     *
     * <pre>{@code
     * new Outcome.Opaque("complex", "(1+2j)").toString();   // "complex (1+2j)"
     * }</pre>
     *
     * @param type its class
     * @param text what it says of itself, at most 1,000 characters
     */
    public record Opaque(String type, String text) {
        @Override
        public String toString() {
            return Shown.line(type + " " + text, COLUMNS);
        }
    }

    private static final int COLUMNS = 80;

    public Outcome {
        requireNonNull(status, "status");
        requireNonNull(detail, "detail");
    }

    /** Whether there is a value. */
    public boolean isValid() {
        return status == ProgramStatus.VALID;
    }

    /** The value, or the status and why; at most 80 characters. */
    @Override
    public String toString() {
        return isValid() ? Shown.value(value, COLUMNS) : Shown.line(status + ": " + detail, COLUMNS);
    }
}
