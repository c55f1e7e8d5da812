package dev.elm4j.operator;

import dev.elm4j.archive.Archive;
import dev.elm4j.archive.Elite;
import java.util.List;
import java.util.SplittableRandom;

/** The selection of {@link Selection#proportional}. */
record ProportionalSelection() implements Selection {

    @Override
    public String name() {
        return "proportional";
    }

    @Override
    public <S> List<Elite<S>> select(Archive<S> archive, int count, SplittableRandom random) {
        return Draws.elites(archive, count, random).stream()
                .map(elite -> member(archive.members(elite.cell()), random))
                .toList();
    }

    /** One member of a cell, drawn by its objective. */
    static <S> Elite<S> member(List<Elite<S>> members, SplittableRandom random) {
        return members.size() == 1 ? members.get(0) : members.get(Draws.roulette(weights(members), random));
    }

    /** How far each objective lies above the least, as a share of the greatest such distance; all 1 if all are equal. */
    static <S> double[] weights(List<Elite<S>> members) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (Elite<S> member : members) {
            least = Math.min(least, member.objective());
            greatest = Math.max(greatest, member.objective());
        }
        double from = least / 2; // halves, because the difference of two finite numbers may be infinite
        double range = greatest / 2 - from;
        return members.stream()
                .mapToDouble(member -> range > 0 ? (member.objective() / 2 - from) / range : 1)
                .toArray();
    }
}
