package dev.elm4j.local;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Which tokens are to be scored where: pairs of a place in a {@link TokenBlock} and the token that might follow it.
 * Pairs of one place must be added one after the other. Not thread-safe.
 */
final class ScoredPairs {

    private final List<Long> places = new ArrayList<>();
    private final List<Long> targets = new ArrayList<>();

    /**
     * Some pairs, whose places go through the head together.
     *
     * @param first index of the first pair
     * @param positions the different places
     * @param rows for each pair, the index of its place in {@code positions}
     * @param targets for each pair, its token
     */
    record Piece(int first, long[] positions, long[] rows, long[] targets) {}

    /** Adds a pair and tells its index. */
    int add(long place, long target) {
        places.add(place);
        targets.add(target);
        return places.size() - 1;
    }

    int size() {
        return places.size();
    }

    /** Hands out the pairs, in order, with at most so many places at once. */
    void pieces(int most, Consumer<Piece> consumer) {
        List<Long> positions = new ArrayList<>();
        int first = 0;
        for (int i = 0; i < places.size(); i++) {
            boolean newPlace =
                    positions.isEmpty() || !positions.get(positions.size() - 1).equals(places.get(i));
            if (newPlace && positions.size() == most) {
                consumer.accept(piece(first, i));
                positions.clear();
                first = i;
            }
            if (newPlace) {
                positions.add(places.get(i));
            }
        }
        if (first < places.size()) {
            consumer.accept(piece(first, places.size()));
        }
    }

    private Piece piece(int from, int to) {
        List<Long> positions = new ArrayList<>();
        long[] rows = new long[to - from];
        for (int i = from; i < to; i++) {
            if (positions.isEmpty() || !positions.get(positions.size() - 1).equals(places.get(i))) {
                positions.add(places.get(i));
            }
            rows[i - from] = positions.size() - 1L;
        }
        return new Piece(from, longs(positions), rows, longs(targets.subList(from, to)));
    }

    private static long[] longs(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).toArray();
    }
}
