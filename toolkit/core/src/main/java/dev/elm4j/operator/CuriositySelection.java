package dev.elm4j.operator;

import dev.elm4j.archive.Archive;
import dev.elm4j.archive.Elite;
import dev.elm4j.archive.Offspring;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The selection of {@link Selection#curiosity}. */
record CuriositySelection() implements Selection {

    private static final double ENTERED = 1;
    private static final double REFUSED = -0.5;

    /** Weight of an elite that has earned nothing: small, but it can be chosen. */
    private static final double LEAST = 0.1;

    @Override
    public String name() {
        return "curiosity";
    }

    @Override
    public <S> List<Elite<S>> select(Archive<S> archive, int count, SplittableRandom random) {
        List<Elite<S>> elites = Draws.notEmpty(archive).elites();
        double[] weights = elites.stream()
                .mapToDouble(elite -> weight(archive.offspring(elite)))
                .toArray();
        var chosen = new ArrayList<Elite<S>>();
        for (int i = 0; i < Math.min(count, elites.size()); i++) {
            int one = Draws.roulette(weights, random);
            chosen.add(elites.get(one));
            weights[one] = 0; // all different
        }
        return List.copyOf(chosen);
    }

    /** The curiosity score, at least {@value #LEAST}. */
    static double weight(Offspring offspring) {
        return Math.max(LEAST, ENTERED * offspring.entered() + REFUSED * offspring.refused());
    }
}
