package dev.elm4j.archive;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.SplittableRandom;

/** Elites picked from an archive: near a cell, or at random. */
final class Picks {

    private record Near<S>(double distance, Elite<S> elite) {}

    private Picks() {}

    static <S> List<Elite<S>> nearest(Archive<S> archive, int count, int centre) {
        if (count < 1) {
            throw new IllegalArgumentException("The number of elites must be at least 1, but was %d.".formatted(count));
        }
        Tessellation cells = archive.tessellation();
        return archive.elites().stream()
                .map(elite -> new Near<>(cells.distance(centre, elite.cell()), elite))
                .sorted(Comparator.<Near<S>>comparingDouble(Near::distance)
                        .thenComparingInt(near -> near.elite().cell()))
                .limit(count)
                .map(Near::elite)
                .toList();
    }

    static <S> List<Elite<S>> sample(List<Elite<S>> elites, int n, SplittableRandom random) {
        require(elites, n, random);
        var sample = new ArrayList<Elite<S>>(n);
        for (int i = 0; i < n; i++) {
            sample.add(elites.get(random.nextInt(elites.size())));
        }
        return Collections.unmodifiableList(sample);
    }

    static <S> List<Elite<S>> sampleDistinct(List<Elite<S>> elites, int n, SplittableRandom random) {
        require(elites, n, random);
        if (n > elites.size()) {
            throw new IllegalArgumentException(
                    "There are %d elites, fewer than the %d asked for. Use sample(n, random), which may repeat some."
                            .formatted(elites.size(), n));
        }
        if (n == 1) { // most operators want one parent; spares the bookkeeping
            return List.of(elites.get(random.nextInt(elites.size())));
        }
        var chosen = new ArrayList<Elite<S>>(n);
        var moved = new HashMap<Integer, Integer>();
        for (int i = 0;
                i < n;
                i++) { // Fisher-Yates, of which only the moved places are kept: 2 of 10,000 do not cost 10,000
            int at = i + random.nextInt(elites.size() - i);
            chosen.add(elites.get(moved.getOrDefault(at, at)));
            moved.put(at, moved.getOrDefault(i, i));
        }
        return List.copyOf(chosen);
    }

    private static void require(List<?> elites, int n, SplittableRandom random) {
        requireNonNull(random, "random");
        if (n < 0) {
            throw new IllegalArgumentException("The number of elites must be at least 0, but was %d.".formatted(n));
        }
        if (elites.isEmpty()) {
            throw new IllegalStateException(
                    "The archive is empty, so there is no elite to draw. Run the search first.");
        }
    }
}
