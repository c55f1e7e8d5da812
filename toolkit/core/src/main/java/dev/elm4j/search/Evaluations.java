package dev.elm4j.search;

import dev.elm4j.archive.Axis;
import dev.elm4j.environment.Evaluation;
import dev.elm4j.environment.Usage;
import java.util.Iterator;
import java.util.List;

/**
 * What the environment said of one batch, as {@link Search#evaluate} gives it.
 *
 * @param batch number of the batch
 * @param list one evaluation per candidate, in the order of the candidates
 * @param usage what evaluating cost, one entry per candidate
 * @param axes what the measures measure
 */
public record Evaluations(long batch, List<Evaluation> list, List<Usage> usage, List<Axis> axes)
        implements Iterable<Evaluation> {

    public Evaluations {
        list = List.copyOf(list);
        usage = List.copyOf(usage);
        if (list.size() != usage.size()) {
            throw new IllegalArgumentException(
                    "Expected one usage per evaluation, but got %d for %d. Use Usage.NONE where nothing was used."
                            .formatted(usage.size(), list.size()));
        }
        axes = List.copyOf(axes);
    }

    /** Evaluations of one's own, whose measures are not named. */
    public Evaluations(long batch, List<Evaluation> list, List<Usage> usage) {
        this(batch, list, usage, List.of());
    }

    /** Number of evaluations. */
    public int size() {
        return list.size();
    }

    @Override
    public Iterator<Evaluation> iterator() {
        return list.iterator();
    }

    @Override
    public String toString() {
        return TextTable.of(this);
    }
}
