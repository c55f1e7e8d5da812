package dev.elm4j.plot;

import dev.elm4j.archive.Archive;
import dev.elm4j.archive.Rebinning;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An archive as a map of coloured cells: where solutions were found and how good they are; hovering shows who lives there.
 *
 * <pre>{@code
 * Figure map = Heatmap.of(archive);           // colours from 0 to 1 where all objectives lie there
 * Figure fixed = Heatmap.of(archive, -5, 5);  // the same colours for several archives
 * }</pre>
 *
 * <p>Empty cells are grey. One axis gives one row; of more than two axes the first two are shown, with the best elite of
 * each pair of bins. Cells around centroids have their own shapes. Where cells hold several solutions the best is shown, and
 * hovering says how many there are.
 */
public final class Heatmap {

    private Heatmap() {}

    /** The map of this archive; colours go from 0 to 1, or from the least to the greatest objective if one lies outside. */
    public static Figure of(Archive<?> archive) {
        return of(archive, MapGrid.of(archive));
    }

    /**
     * The map of this archive with colours from {@code min} to {@code max}.
     *
     * @throws IllegalArgumentException if the range is not finite with {@code min < max}
     */
    public static Figure of(Archive<?> archive, double min, double max) {
        return of(archive, MapGrid.of(archive, min, max));
    }

    /** The map of a moved archive, with a word on the members that found no place. */
    public static Figure of(Rebinning<?> moved) {
        int dropped = moved.dropped().size();
        String remark = dropped == 0
                ? "every member found a place"
                : "%s %s found no place".formatted(Shown.count(dropped), dropped == 1 ? "member" : "members");
        return of(moved.archive(), MapGrid.of(moved.archive()), remark);
    }

    private static Figure of(Archive<?> archive, MapGrid grid, String... more) {
        var remarks = Stream.concat(Stream.of(grid.remark()), Stream.of(more))
                .filter(remark -> !remark.isEmpty())
                .toList();
        String statistics = archive.statistics().toString();
        String title = Character.toUpperCase(statistics.charAt(0)) + statistics.substring(1);
        var drawing = new HeatDrawing(grid, title, String.join(" \u00b7 ", remarks));
        return new Figure(
                Spec.of(
                        "data",
                        HeatSpec.data(grid, drawing),
                        "layout",
                        HeatSpec.layout(grid, drawing),
                        "config",
                        Spec.config()),
                Optional.of(drawing),
                "Archive: " + statistics + (remarks.isEmpty() ? "" : " (" + String.join("; ", remarks) + ")"));
    }
}
