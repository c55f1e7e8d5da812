package dev.elm4j.archive;

import java.util.List;
import java.util.function.Consumer;

/** The members of the cells under one policy; finds and keeps the elites in an {@link Occupied}. */
sealed interface Cells<S> permits SoftCells, DeepCells {

    /** What would become of this objective in this cell. */
    AddResult decide(int cell, double objective);

    /** Lets in a solution that may enter; the member that leaves for it, or null. */
    Elite<S> enter(Elite<S> elite);

    /** Adds a checked batch, and reports each member that leaves. */
    BatchResult enter(Batch<S> batch, Consumer<Elite<S>> leaves);

    /** The members of a cell, in a stable order. */
    List<Elite<S>> members(int cell);

    /** What a newcomer must be better than. */
    double threshold(int cell);

    /** Sets what {@link #threshold} said of an occupied cell, where it does not follow from the members. */
    default void threshold(int cell, double threshold) {}

    /** Draws so far. */
    default long draws() {
        return 0;
    }

    /** Repeats the draws of an earlier archive, so that the next one is as it would have been there. */
    default void draw(long draws) {}

    /** Forgets members and thresholds; the {@link Occupied} is emptied by its owner. */
    void forget();

    /** A copy that keeps its elites there. */
    Cells<S> over(Occupied<S> copy);
}
