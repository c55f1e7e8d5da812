package dev.elm4j.search;

import java.util.Iterator;
import java.util.List;

/**
 * What became of one batch, as {@link Search#tell} gives it: which cells are new, improved, unchanged, and what failed.
 *
 * @param <S> type of a solution
 * @param list one commit per candidate, in order
 */
public record Commits<S>(List<Commit<S>> list) implements Iterable<Commit<S>> {

    public Commits {
        list = List.copyOf(list);
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
