package dev.elm4j.sandbox;

import static java.util.Objects.requireNonNull;

/**
 * What one input came to.
 *
 * @param status {@link ProgramStatus#VALID} if there is a value
 * @param value what the program returned, as the kinds of values of a request (a value of any other type comes as an
 *     {@link Opaque}); null for None and null, and where there is no value
 * @param detail why there is no value, for people; empty if there is one
 * @param cpuMs time on processors, in milliseconds; 0 where unknown
 */
public record Outcome(ProgramStatus status, Object value, String detail, double cpuMs) {

    /**
     * A value that is none of the kinds that travel.
     *
     * @param type its class
     * @param text what it says of itself, at most 1,000 characters
     */
    public record Opaque(String type, String text) {}

    public Outcome {
        requireNonNull(status, "status");
        requireNonNull(detail, "detail");
    }

    /** Whether there is a value. */
    public boolean isValid() {
        return status == ProgramStatus.VALID;
    }
}
