package dev.elm4j.search;

import dev.elm4j.environment.Usage;
import java.util.Iterator;
import java.util.List;

/**
 * One batch of candidates, as {@link Search#ask} gives it: proposed, not yet evaluated.
 *
 * @param <S> type of a solution
 * @param batch number of the batch
 * @param list the candidates, in the order of their numbers
 * @param usage what proposing cost, one entry per candidate
 */
public record Candidates<S>(long batch, List<Candidate<S>> list, List<Usage> usage) implements Iterable<Candidate<S>> {

    public Candidates {
        list = List.copyOf(list);
        usage = List.copyOf(usage);
        if (list.size() != usage.size()) {
            throw new IllegalArgumentException(
                    "Expected one usage per candidate, but got %d for %d.".formatted(usage.size(), list.size()));
        }
    }

    /** Number of candidates. */
    public int size() {
        return list.size();
    }

    @Override
    public Iterator<Candidate<S>> iterator() {
        return list.iterator();
    }

    @Override
    public String toString() {
        return TextTable.of(this);
    }
}
