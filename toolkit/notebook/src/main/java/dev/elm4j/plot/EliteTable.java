package dev.elm4j.plot;

import dev.elm4j.archive.Archive;
import dev.elm4j.archive.Axis;
import dev.elm4j.archive.Elite;
import java.util.List;

/** Elites as a table. */
public final class EliteTable {

    private EliteTable() {}

    /** These elites, in their order. */
    public static Bundle of(List<? extends Elite<?>> elites, List<Axis> axes) {
        return Bundle.text(elites.size() + " elites");
    }

    /** The best elites of an archive, best first. */
    public static Bundle best(Archive<?> archive, int count) {
        return of(archive.elites(), archive.tessellation().axes());
    }
}
