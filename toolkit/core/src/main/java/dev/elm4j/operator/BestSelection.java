package dev.elm4j.operator;

import dev.elm4j.archive.Archive;
import dev.elm4j.archive.Elite;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** The selection of {@link Selection#best}. */
record BestSelection(double share) implements Selection {

    BestSelection {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "A selection of the best needs a share in (0, 1], but was %s. 0.1 takes the best tenth."
                            .formatted(share));
        }
    }

    @Override
    public String name() {
        return "best(" + share + ")";
    }

    @Override
    public <S> List<Elite<S>> select(Archive<S> archive, int count, SplittableRandom random) {
        List<Elite<S>> best = Draws.notEmpty(archive).elites().stream()
                .sorted(Comparator.comparingDouble((Elite<S> elite) -> -elite.objective())
                        .thenComparing(Elite::candidate))
                .limit(Math.max(count, (long) Math.ceil(share * archive.size())))
                .toList();
        var left = new ArrayList<>(best);
        var chosen = new ArrayList<Elite<S>>();
        while (chosen.size() < count && !left.isEmpty()) {
            chosen.add(left.remove(random.nextInt(left.size())));
        }
        return List.copyOf(chosen);
    }
}
