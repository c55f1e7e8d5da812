/**
 * The facade: what a user types in a cell.
 *
 * <pre>{@code
 * var search = Elm.search(environment).operators(Crossover.lmx(model, 4));   // journal, live map, registry
 * search.run(200);
 * Plots.progress(search);
 * Runs.latest();                                                                     // when the variable is gone
 * }</pre>
 *
 * <p>Belongs here: short forms, defaults, the registry of runs and models, the live display. Does not belong here:
 * anything that works without a notebook. Start with {@link dev.elm4j.notebook.Elm}.
 */
package dev.elm4j.notebook;
