package dev.elm4j.operator;

import dev.elm4j.archive.Archive;
import dev.elm4j.archive.Elite;
import java.util.Arrays;
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
        List<Elite<S>> elites = Draws.notEmpty(archive).elites();
        return Arrays.stream(Draws.distinct(elites.size(), count, random))
                .mapToObj(elites::get)
                .toList();
    }
}
