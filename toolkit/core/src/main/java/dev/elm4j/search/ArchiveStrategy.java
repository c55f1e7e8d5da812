package dev.elm4j.search;

import dev.elm4j.archive.Archive;
import dev.elm4j.archive.Axis;
import dev.elm4j.archive.CellPolicy;
import dev.elm4j.archive.Tessellation;
import dev.elm4j.operator.Parent;
import dev.elm4j.operator.Selection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** The strategies whose parents are members of the run's own archive; see {@link Strategy#mapElites} and those after it. */
final class ArchiveStrategy implements Strategy {

    /** Of the k-means of {@link Strategy#cvtMapElites}: the cells are the same in all runs, so that these compare. */
    private static final long CVT_SEED = 0;

    private final String name;
    private final CellPolicy policy;
    private final UnaryOperator<Selection> selection;
    private final int cvtCells;
    /** K-means takes seconds, and a run asks more than once. */
    private final Map<List<Axis>, Tessellation> made = new ConcurrentHashMap<>();

    /**
     * @param selection what becomes of the selection that an operator brings
     * @param cvtCells number of Voronoi cells of the run's own archive; 0 for the cells of the search
     */
    ArchiveStrategy(String name, CellPolicy policy, UnaryOperator<Selection> selection, int cvtCells) {
        this.name = name;
        this.policy = policy;
        this.selection = selection;
        this.cvtCells = cvtCells;
    }

    /** Its own kind of selection for operators that are content with any; else the operator's. */
    static UnaryOperator<Selection> insteadOfUniform(Selection preferred) {
        return wanted -> wanted.name().equals(Selection.uniform().name()) ? preferred : wanted;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public CellPolicy policy() {
        return policy;
    }

    @Override
    public Tessellation cells(Tessellation wanted) {
        return cvtCells == 0
                ? wanted
                : made.computeIfAbsent(
                        wanted.axes(), axes -> Tessellation.cvt(cvtCells, CVT_SEED, axes.toArray(Axis[]::new)));
    }

    @Override
    public Strategy selection(Selection fixed) {
        return new ArchiveStrategy("%s, %s parents".formatted(name, fixed.name()), policy, wanted -> fixed, cvtCells);
    }

    @Override
    public <S> Breeding<S> begin(Archive<S> archive, List<S> seeds) {
        return (operator, random) -> archive.isEmpty()
                ? Seeds.parents(seeds, operator.parents(), random)
                : selection.apply(operator.selection()).select(archive, operator.parents(), random).stream()
                        .map(Parent::of)
                        .toList();
    }
}
