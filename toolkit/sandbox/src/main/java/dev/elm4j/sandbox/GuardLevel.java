package dev.elm4j.sandbox;

/**
 * What the reader of the source does with what it finds: a teacher and a filter, never the boundary.
 *
 * <pre>{@code
 * var program = Program.python("import os\ndef run():\n    return os.getcwd()", "run");
 * var result = sandbox.run(ProgramRequest.of(program).guard(GuardLevel.STRICT));
 * result.status().toString();   // "REJECTED"
 * }</pre>
 */
public enum GuardLevel {
    /** The source is not read. */
    OFF,
    /** The program runs; the result carries the findings. */
    WARN,
    /** A program with a finding does not run: {@link ProgramStatus#REJECTED}, with the findings. */
    STRICT
}
