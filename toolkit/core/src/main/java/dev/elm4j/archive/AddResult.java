package dev.elm4j.archive;

/**
 * The archive's answer to one {@code add}.
 *
 * @param status new, improved or not added
 * @param cell the cell that the measures belong to
 * @param value how much better than before: objective minus the cell's earlier objective, or the objective itself where
 *     the cell was empty (pyribs' {@code value}); negative or zero when not added
 */
public record AddResult(AddStatus status, int cell, double value) {}
