package dev.elm4j.notebook;

import dev.elm4j.archive.Elite;
import dev.elm4j.kernel.Drawn;
import dev.elm4j.kernel.Notebook;
import dev.elm4j.plot.Bundle;
import dev.elm4j.search.Commit;
import dev.elm4j.search.Search;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where an elite comes from: its ancestors back to the seeds, with the operator that made each, its prompt and its answer.
 *
 * <pre>{@code
 * Lineage.of(search, search.archive().best());   // a tree; prompts and answers unfold
 * }</pre>
 *
 * <p>Immutable. An ancestor with several descendants is drawn out at the first and named at the others.
 *
 * @param commits by candidate number: the elite's and its ancestors'
 * @param candidate number of the elite's candidate
 */
public record Lineage(Map<Long, Commit<?>> commits, long candidate) implements Drawn {

    static {
        Notebook.attach();
    }

    /** Copies the commits. */
    public Lineage {
        commits = java.util.Collections.unmodifiableMap(new TreeMap<>(commits));
    }

    /**
     * The lineage of an elite.
     *
     * @param search where it was found
     * @param elite from this search's archive
     * @throws IllegalArgumentException if the elite is not of this search
     */
    public static Lineage of(Search<?> search, Elite<?> elite) {
        return of(search, elite.candidate());
    }

    /** The lineage of a candidate, which may also have failed. */
    public static Lineage of(Search<?> search, long candidate) {
        return Sentence.orValue(() -> traced(search, candidate));
    }

    private static Lineage traced(Search<?> search, long candidate) {
        List<? extends Commit<?>> all = search.record().commits();
        if (candidate < 0 || candidate >= all.size()) {
            throw new IllegalArgumentException("Search '%s' has no candidate %d: it has committed %,d, from number 0. "
                            .formatted(search.name(), candidate, all.size())
                    + "Take an elite of its own archive.");
        }
        var found = new HashMap<Long, Commit<?>>();
        var open = new ArrayList<>(List.of(candidate));
        while (!open.isEmpty()) {
            long number = open.remove(open.size() - 1);
            if (!found.containsKey(number)) {
                Commit<?> commit = all.get(Math.toIntExact(number));
                found.put(number, commit);
                open.addAll(commit.candidate().parents());
            }
        }
        return new Lineage(found, candidate);
    }

    /** The ancestors' numbers, smallest first, without the elite itself. */
    public List<Long> ancestors() {
        return commits.keySet().stream().filter(number -> number != candidate).toList();
    }

    @Override
    public Bundle bundle() {
        return Bundle.text(toString()).html(new LineageTree(this).html());
    }

    /** The tree as a text of at most 80 columns. */
    @Override
    public String toString() {
        return new LineageTree(this).text();
    }
}
