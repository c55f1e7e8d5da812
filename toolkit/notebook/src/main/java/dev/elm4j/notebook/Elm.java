package dev.elm4j.notebook;

import dev.elm4j.environment.Environment;
import dev.elm4j.kernel.Notebook;
import dev.elm4j.model.Prices;
import dev.elm4j.search.Search;

/**
 * Where a notebook begins: searches that keep a journal, show a live map and survive the loss of their variable.
 *
 * <pre>{@code
 * var search = Elm.search(Functions.sphere(2)).operators(Gaussian.of(0.5)).name("first").seed(7);
 * search.run(1_000);      // the map grows below the cell; interrupt it, and run again to go on
 * search.archive();
 * }</pre>
 *
 * <p>Safe for use by several threads.
 *
 * @see Runs
 */
public final class Elm {

    static {
        Notebook.attach();
    }

    private Elm() {}

    /**
     * A search over the environment's own axes: batches of {@value Search#DEFAULT_BATCH}, window 1, seed 0, no budget,
     * of the environment's name. Set more with the search's own methods.
     *
     * <p>The run begins at the first verb. Its folder is {@code runs/} and the search's name ({@link Runs#home}). If this
     * kernel has a run of that name and configuration open, the search goes on with it; if an earlier kernel has left
     * one, it is resumed; a run of another configuration is left alone, and this one takes the next free name.
     *
     * @param environment the problem
     */
    public static <S> Search<S> search(Environment<S> environment) {
        return Search.of(environment, Registry.shared()).prices(Prices.usual());
    }
}
