package dev.elm4j.operator;

import dev.elm4j.archive.Archive;
import dev.elm4j.archive.Elite;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The selection of {@link Selection#nearCell}. The numbers drawn are those of a shuffle of all elites, which gives ties
 * their random order, and journals depend on them; so it takes a time proportional to the elites, but neither copies nor
 * sorts them.
 */
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
        List<Elite<S>> elites = Draws.notEmpty(archive).elites();
        int centre = elites.get(random.nextInt(elites.size())).cell();
        int[] order = better(elites, shuffled(elites.size(), random), count);
        var nearest = new Nearest(Math.min(count, order.length));
        for (int i : order) {
            Elite<S> elite = elites.get(i);
            // The shuffled order decides ties; where only the better remain, their objective does before it.
            nearest.offer(
                    i, archive.tessellation().distance(elite.cell(), centre), share == 1 ? 0 : -elite.objective());
        }
        List<Integer> chosen = nearest.members();
        shuffle(chosen, random);
        return chosen.stream().map(elites::get).toList();
    }

    /** Those among the best share, in the order given; never fewer than {@code count} while there are so many. */
    private <S> int[] better(List<Elite<S>> elites, int[] order, int count) {
        int kept = Math.max(count, (int) Math.ceil(share * order.length));
        if (share == 1 || kept >= order.length) {
            return order;
        }
        double[] losses =
                elites.stream().mapToDouble(elite -> -elite.objective()).toArray();
        double[] sorted = losses.clone();
        Arrays.sort(sorted);
        double last = sorted[kept - 1];
        // Of those that equal the last, the earlier in the order get in.
        int[] room = {
            kept
                    - (int) Arrays.stream(sorted)
                            .filter(loss -> Double.compare(loss, last) < 0)
                            .count()
        };
        return Arrays.stream(order)
                .filter(i ->
                        Double.compare(losses[i], last) < 0 || Double.compare(losses[i], last) == 0 && room[0]-- > 0)
                .toArray();
    }

    private static int[] shuffled(int size, SplittableRandom random) {
        int[] order = IntStream.range(0, size).toArray();
        for (int i = size - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int moved = order[i];
            order[i] = order[j];
            order[j] = moved;
        }
        return order;
    }

    private static void shuffle(List<?> list, SplittableRandom random) {
        for (int i = list.size() - 1; i > 0; i--) {
            Collections.swap(list, i, random.nextInt(i + 1));
        }
    }

    /** The nearest of what is offered, nearest first; of equals the one with the smaller tie, then the earlier offered. */
    private static final class Nearest {

        private record Entry(int index, double distance, double tie) {

            boolean before(Entry other) {
                int order = Double.compare(distance, other.distance);
                return (order == 0 ? Double.compare(tie, other.tie) : order) < 0;
            }
        }

        private final int capacity;
        private final List<Entry> entries;

        Nearest(int capacity) {
            this.capacity = capacity;
            this.entries = new ArrayList<>(capacity + 1);
        }

        void offer(int index, double distance, double tie) {
            var entry = new Entry(index, distance, tie);
            int at = entries.size();
            while (at > 0 && entry.before(entries.get(at - 1))) {
                at--;
            }
            if (at < capacity) {
                entries.add(at, entry);
                if (entries.size() > capacity) {
                    entries.remove(capacity);
                }
            }
        }

        List<Integer> members() {
            return new ArrayList<>(entries.stream().map(Entry::index).toList());
        }
    }
}
