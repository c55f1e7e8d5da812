package dev.elm4j.search;

import dev.elm4j.archive.Axis;
import java.util.Iterator;
import java.util.List;

/**
 * What became of one batch, as {@link Search#tell} gives it: which cells are new, improved, unchanged, and what failed.
 *
 * @param <S> type of a solution
 * @param list one commit per candidate, in order
 * @param axes what the measures measure
 */
public record Commits<S>(List<Commit<S>> list, List<Axis> axes) implements Iterable<Commit<S>> {

    public Commits {
        list = List.copyOf(list);
        axes = List.copyOf(axes);
    }

    /** Number of commits. */
    public int size() {
        return list.size();
    }

    @Override
    public Iterator<Commit<S>> iterator() {
        return list.iterator();
    }

    @Override
    public String toString() {
        return TextTable.of(this);
    }
}
