/**
 * The facade: what a user types in a cell (Elm, Models, Plots, Tables, Runs, Lineage).
 *
 * <p>Belongs here: short forms, defaults, the registry of runs, the live display. Does not belong here: anything that works without a notebook.
 */
package dev.elm4j.notebook;
