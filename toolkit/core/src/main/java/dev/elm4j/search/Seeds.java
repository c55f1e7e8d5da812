package dev.elm4j.search;

import dev.elm4j.operator.Parent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** The environment's seeds as parents, for when there is nothing better and for strategies that want nothing else. */
final class Seeds {

    private Seeds() {}

    /** Up to {@code count} different seeds, each choice equally likely. */
    static <S> List<Parent<S>> parents(List<S> seeds, int count, SplittableRandom random) {
        var numbers = new ArrayList<>(IntStream.range(0, seeds.size()).boxed().toList());
        int chosen = Math.min(count, numbers.size());
        for (int i = 0; i < chosen; i++) { // a partial Fisher-Yates shuffle
            Collections.swap(numbers, i, i + random.nextInt(numbers.size() - i));
        }
        return numbers.subList(0, chosen).stream()
                .map(i -> Parent.ofSeed(i, seeds.get(i)))
                .toList();
    }
}
