package dev.elm4j.notebook;

import dev.elm4j.archive.Archive;
import dev.elm4j.comparison.ComparisonTable;
import dev.elm4j.kernel.Notebook;
import dev.elm4j.plot.ComparisonCurves;
import dev.elm4j.plot.Curves;
import dev.elm4j.plot.Figure;
import dev.elm4j.plot.Heatmap;
import dev.elm4j.plot.Page;
import dev.elm4j.search.Progress;
import dev.elm4j.search.Search;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Pictures of searches and archives.
 *
 * <pre>{@code
 * Plots.archive(search);                // the map; hover shows the elite
 * Plots.progress(search, baseline);     // coverage, QD score and best, side by side
 * Plots.progress(Curves.Along.TOKENS, search);
 * Plots.comparison(compared);           // medians of many runs
 * }</pre>
 */
public final class Plots {

    static {
        Notebook.attach();
    }

    private Plots() {}

    /** The map of a search as it is now. */
    public static Figure archive(Search<?> search) {
        return archive(search.archive());
    }

    /** The map of an archive. */
    public static Figure archive(Archive<?> archive) {
        return Heatmap.of(archive);
    }

    /** The map of an archive with colours from {@code min} to {@code max}, so that two maps compare. */
    public static Figure archive(Archive<?> archive, double min, double max) {
        return Heatmap.of(archive, min, max);
    }

    /**
     * Coverage, QD score and best objective over candidates, one curve per search. They are of the best that was ever found
     * per cell; where a search's own archive keeps others, as Deep-Grid's does, the figure says so.
     */
    public static Figure progress(Search<?>... searches) {
        return progress(Curves.Along.CANDIDATES, searches);
    }

    /** Coverage, QD score and best objective over what {@code along} counts, one curve per search. */
    public static Figure progress(Curves.Along along, Search<?>... searches) {
        if (searches.length == 0) {
            throw new IllegalArgumentException(
                    "A plot of progress needs at least 1 search. Try Plots.progress(search).");
        }
        var histories = new LinkedHashMap<String, List<Progress>>();
        for (Search<?> search : searches) {
            var record = search.record();
            histories.put(record.name(), record.history());
        }
        return Curves.of(histories, along);
    }

    /**
     * Coverage, QD score and best objective over the cost by which searches were compared: per arm the median of its runs as
     * a strong line, each run as a thin one.
     */
    public static Figure comparison(ComparisonTable table) {
        return ComparisonCurves.of(table);
    }

    /**
     * From now on figures bring the plotting script with them instead of loading it, once per notebook: for a viewer
     * without a network and without JupyterLab's plotly extension.
     */
    public static void offline() {
        Page.use(Page.offline());
    }
}
