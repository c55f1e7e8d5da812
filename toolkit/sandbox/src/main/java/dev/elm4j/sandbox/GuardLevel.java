package dev.elm4j.sandbox;

/** What the reader of the source does with what it finds: a teacher and a filter, never the boundary. */
public enum GuardLevel {
    /** The source is not read. */
    OFF,
    /** The program runs; the result carries the findings. */
    WARN,
    /** A program with a finding does not run: {@link ProgramStatus#REJECTED}, with the findings. */
    STRICT
}
