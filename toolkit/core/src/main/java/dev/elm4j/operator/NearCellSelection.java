package dev.elm4j.operator;

import dev.elm4j.archive.Archive;
import dev.elm4j.archive.Elite;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** The selection of {@link Selection#nearCell}. */
record NearCellSelection() implements Selection {

    @Override
    public String name() {
        return "near-cell";
    }

    @Override
    public <S> List<Elite<S>> select(Archive<S> archive, int count, SplittableRandom random) {
        var elites = new ArrayList<>(archive.elites());
        int centre = elites.get(random.nextInt(elites.size())).cell();
        shuffle(elites, random); // the sort is stable, so equally near cells stay in random order
        elites.sort(Comparator.comparingDouble(elite -> archive.tessellation().distance(elite.cell(), centre)));
        var near = new ArrayList<>(elites.subList(0, Math.min(count, elites.size())));
        shuffle(near, random);
        return List.copyOf(near);
    }

    private static void shuffle(List<?> list, SplittableRandom random) {
        for (int i = list.size() - 1; i > 0; i--) {
            Collections.swap(list, i, random.nextInt(i + 1));
        }
    }
}
