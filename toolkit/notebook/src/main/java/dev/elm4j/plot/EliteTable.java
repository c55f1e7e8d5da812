package dev.elm4j.plot;

import dev.elm4j.archive.Archive;
import dev.elm4j.archive.Axis;
import dev.elm4j.archive.Elite;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Elites as a table: candidate, objective, measures, solution.
 *
 * <pre>{@code
 * EliteTable.best(archive, 10);
 * EliteTable.of(List.of(archive.best()), archive.best().axes());
 * }</pre>
 */
public final class EliteTable {

    private EliteTable() {}

    /**
     * These elites, in their order.
     *
     * @param elites any number
     * @param axes name the measures; those beyond the list are numbered
     */
    public static Bundle of(List<? extends Elite<?>> elites, List<Axis> axes) {
        return of(elites.size() == 1 ? "1 elite" : Shown.count(elites.size()) + " elites", elites, axes);
    }

    /** The best {@code count} elites of an archive, best first; of equals the earlier candidate first. */
    public static Bundle best(Archive<?> archive, int count) {
        var elites = new ArrayList<Elite<?>>(archive.elites());
        elites.sort(Comparator.<Elite<?>>comparingDouble(Elite::objective)
                .reversed()
                .thenComparingLong(Elite::candidate));
        int shown = Math.min(count, elites.size());
        String caption = "The best %s of %s elites".formatted(Shown.count(shown), Shown.count(elites.size()));
        return of(caption, elites.subList(0, shown), archive.tessellation().axes());
    }

    private static Bundle of(String caption, List<? extends Elite<?>> elites, List<Axis> axes) {
        int measures =
                elites.stream().mapToInt(elite -> elite.measures().size()).max().orElse(0);
        var columns = new ArrayList<Sheet.Column>();
        columns.add(Sheet.number("#"));
        columns.add(Sheet.number("objective").brief("obj."));
        for (int i = 0; i < measures; i++) {
            columns.add(Sheet.measure(axes, i));
        }
        columns.add(Sheet.text(Sheet.SOLUTION));
        return new Sheet(
                        caption,
                        columns,
                        elites.stream().map(elite -> row(elite, axes, measures)).toList())
                .bundle();
    }

    private static Sheet.Row row(Elite<?> elite, List<Axis> axes, int measures) {
        var cells = new ArrayList<String>();
        cells.add(elite.candidate() == Elite.BY_HAND ? "by hand" : String.valueOf(elite.candidate()));
        cells.add(Shown.number(elite.objective()));
        for (int i = 0; i < measures; i++) {
            cells.add(
                    i < elite.measures().size()
                            ? Shown.measured(axes, i, elite.measures().at(i))
                            : "");
        }
        String solution = Shown.solution(elite.solution());
        cells.add(solution);
        return Sheet.Row.of(cells, List.of());
    }
}
