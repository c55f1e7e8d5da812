package dev.elm4j.archive;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One kind of archive of which the contract is asked, out of all kinds of cells and all policies. */
record ArchiveKind(String name, Tessellation tessellation, CellPolicy policy, long seed) {

    Archive<Integer> archive() {
        return Archive.of(tessellation, policy, seed);
    }

    boolean isElitist() {
        return policy.equals(CellPolicy.elite()) || policy instanceof CellPolicy.Top;
    }

    @Override
    public String toString() {
        return name + ", " + policy.name();
    }

    static Stream<ArchiveKind> kinds() {
        Axis x = Axis.of("x", -1, 1).bins(6);
        Axis y = Axis.of("y", 0, 8).bins(4);
        Axis sort = Axis.categories("sort", "a", "b", "c", "d");
        Map<String, Tessellation> tessellations = new java.util.LinkedHashMap<>();
        tessellations.put("grid", Tessellation.grid(x, y));
        tessellations.put("edges", Tessellation.grid(Axis.edges("x", -1, -0.9, 0, 1), y));
        tessellations.put("mixed", Tessellation.grid(x, sort));
        tessellations.put("categorical", Tessellation.categorical(sort, Axis.categories("kind", "e", "f", "g", "h")));
        tessellations.put("centroids", Tessellation.cvt(centroids(), x, y));
        List<CellPolicy> policies = List.of(
                CellPolicy.elite(),
                CellPolicy.softThreshold(0.1, -6),
                CellPolicy.softThreshold(0, -6),
                CellPolicy.softThreshold(1, -2),
                CellPolicy.deepGrid(1),
                CellPolicy.deepGrid(4),
                CellPolicy.top(1),
                CellPolicy.top(3));
        var random = new SplittableRandom(20261203);
        return tessellations.entrySet().stream().flatMap(cells -> policies.stream()
                .map(policy -> new ArchiveKind(cells.getKey(), cells.getValue(), policy, random.nextLong())));
    }

    private static double[][] centroids() {
        var random = new SplittableRandom(20261204);
        return IntStream.range(0, 20)
                .mapToObj(i -> new double[] {random.nextDouble(-1, 1), random.nextDouble(0, 8)})
                .toArray(double[][]::new);
    }

    /** With 500 entries offered. */
    Archive<Integer> filled() {
        Archive<Integer> archive = archive();
        draws(0).fill(archive, 0, 500);
        return archive;
    }

    /** Entries to offer, other ones for each number. */
    Draws draws(long salt) {
        return new Draws(this, salt);
    }

    /** Entries to offer. Objectives are coarse, so that ties happen; points are drawn beyond the bounds of ranges. */
    static final class Draws {
        final SplittableRandom random;
        private final ArchiveKind kind;

        private Draws(ArchiveKind kind, long salt) {
            this.kind = kind;
            this.random = new SplittableRandom(kind.seed() + salt);
        }

        double objective() {
            return random.nextInt(40) / 4.0 - 5;
        }

        double[] point() {
            return kind.tessellation().axes().stream()
                    .mapToDouble(axis -> axis.isCategorical()
                            ? random.nextInt(axis.bins())
                            : random.nextDouble(axis.min() - 0.5, axis.max() + 0.5))
                    .toArray();
        }

        void fill(Archive<Integer> archive, int from, int count) {
            for (int i = from; i < from + count; i++) {
                archive.add(i, i, objective(), Measures.of(point()));
            }
        }
    }
}
