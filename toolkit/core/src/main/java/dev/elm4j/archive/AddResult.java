package dev.elm4j.archive;

/**
 * The archive's answer to one {@code add}.
 *
 * <pre>{@code
 * var lengths = Archive.<String>of(Tessellation.grid(Axis.of("length", 0, 80)));
 * lengths.add("hello", 0.25, 5);
 * AddResult better = lengths.add("Hello", 0.75, 5);
 * better.status();         // "IMPROVED"
 * better.value();          // 0.5
 * }</pre>
 *
 * @param status new, improved, added or not added
 * @param cell the cell that the measures belong to, in {@code [0, cells)}
 * @param value how much better than before (pyribs' {@code value}): objective minus the cell's threshold where cells hold
 *     one elite, which without a soft threshold is the elite's objective; objective minus the best member's where they
 *     hold several; in an empty cell the objective itself, or the objective minus the minimum of a soft threshold.
 *     Negative or zero when not added
 */
public record AddResult(AddStatus status, int cell, double value) {}
