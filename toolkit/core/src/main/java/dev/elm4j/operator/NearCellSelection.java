package dev.elm4j.operator;

import dev.elm4j.archive.Archive;
import dev.elm4j.archive.Elite;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** The selection of {@link Selection#nearCell}. */
record NearCellSelection(double share) implements Selection {

    NearCellSelection {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "Near-cell selection needs a share of the elites in (0, 1], but was %s.".formatted(share));
        }
    }

    @Override
    public String name() {
        return share == 1 ? "near-cell" : "near-cell(" + share + ")";
    }

    @Override
    public <S> List<Elite<S>> select(Archive<S> archive, int count, SplittableRandom random) {
        var elites = new ArrayList<>(archive.elites());
        int centre = elites.get(random.nextInt(elites.size())).cell();
        shuffle(elites, random); // sorting is stable, so equals stay in random order
        var near = new ArrayList<>(better(elites, count));
        near.sort(Comparator.comparingDouble(elite -> archive.tessellation().distance(elite.cell(), centre)));
        var chosen = new ArrayList<>(near.subList(0, Math.min(count, near.size())));
        shuffle(chosen, random);
        return List.copyOf(chosen);
    }

    private <S> List<Elite<S>> better(List<Elite<S>> elites, int count) {
        if (share == 1) {
            return elites;
        }
        elites.sort(Comparator.comparingDouble(elite -> -elite.objective()));
        int kept = Math.max(count, (int) Math.ceil(share * elites.size()));
        return elites.subList(0, Math.min(kept, elites.size()));
    }

    private static void shuffle(List<?> list, SplittableRandom random) {
        for (int i = list.size() - 1; i > 0; i--) {
            Collections.swap(list, i, random.nextInt(i + 1));
        }
    }
}
