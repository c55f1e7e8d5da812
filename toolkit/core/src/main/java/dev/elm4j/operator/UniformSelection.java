package dev.elm4j.operator;

import dev.elm4j.archive.Archive;
import dev.elm4j.archive.Elite;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** The selection of {@link Selection#uniform}. */
record UniformSelection() implements Selection {

    @Override
    public String name() {
        return "uniform";
    }

    @Override
    public <S> List<Elite<S>> select(Archive<S> archive, int count, SplittableRandom random) {
        if (count == 1) {
            return List.of(archive.elites().get(random.nextInt(archive.size())));
        }
        var pool = new ArrayList<>(archive.elites());
        int chosen = Math.min(count, pool.size());
        for (int i = 0; i < chosen; i++) { // a partial Fisher-Yates shuffle
            Collections.swap(pool, i, i + random.nextInt(pool.size() - i));
        }
        return List.copyOf(pool.subList(0, chosen));
    }
}
