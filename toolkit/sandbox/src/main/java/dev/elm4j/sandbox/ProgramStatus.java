package dev.elm4j.sandbox;

import java.util.Locale;

/**
 * How a program, or one of its inputs, ended.
 *
 * <pre>{@code
 * ProgramStatus.TIMEOUT.openElmCode();   // 2
 * }</pre>
 */
public enum ProgramStatus {
    /** A value came back; whether it is right is for the host to say. */
    VALID(0),
    /** It used up its CPU time, or the wall time around it. */
    TIMEOUT(2),
    /** It does not parse or compile. */
    SYNTAX_ERROR(3),
    /** Arguments or operands of a wrong type. */
    TYPE_ERROR(4),
    /** It threw. */
    EXCEPTION(5),
    /** Its stack was used up. */
    STACK_OVERFLOW(5),
    /** Its memory was used up. */
    MEMORY_LIMIT(5),
    /** It printed far more than its limit. */
    OUTPUT_LIMIT(5),
    /** Its values are larger, or nested deeper, than its limit. */
    RESULT_TOO_LARGE(5),
    /** It ended its process before it gave a value. */
    EXIT(5),
    /** Its process died of a signal. */
    CRASH(5),
    /** The entry point is not there, or its classes do not load. */
    LOAD_ERROR(5),
    /** The compiler gave up on it. */
    COMPILE_LIMIT(3),
    /** The guard refused it. */
    REJECTED(6),
    /** What came back for it was no answer: two workers in a row were lost with it. */
    PROTOCOL(6),
    /** The sandbox failed, and not the program: never a score. */
    SANDBOX_ERROR(6);

    private final int openElmCode;

    ProgramStatus(int openElmCode) {
        this.openElmCode = openElmCode;
    }

    /** OpenELM's code of the same meaning: 0 valid, 2 timeout, 3 syntax, 4 type, 5 exception, 6 other. */
    public int openElmCode() {
        return openElmCode;
    }

    /** Its name for people, such as {@code "memory limit"}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Whether the sandbox failed rather than the program. */
    public boolean isInfrastructure() {
        return this == SANDBOX_ERROR;
    }
}
