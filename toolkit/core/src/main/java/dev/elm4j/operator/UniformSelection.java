package dev.elm4j.operator;

import dev.elm4j.archive.Archive;
import dev.elm4j.archive.Elite;
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
        return Draws.elites(archive, count, random);
    }
}
