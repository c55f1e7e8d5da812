package dev.elm4j.plot;

import dev.elm4j.archive.Axis;
import dev.elm4j.archive.CvtTessellation;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The cells of a tessellation of two axes as polygons: the box of the axes, cut by the half-plane of each other centroid.
 * Exact up to rounding; the number of cuts grows with the square of the number of cells, but nearly all are ruled out by a
 * distance.
 */
final class Voronoi {

    /**
     * A cell, its corners in order.
     *
     * @param cell its number
     * @param xs in the unit of the first axis
     * @param ys in the unit of the second
     */
    record Region(int cell, double[] xs, double[] ys) {}

    /** The last tessellation that was drawn: a live map draws the same one twice a second. */
    private record Drawn(CvtTessellation tessellation, List<Region> regions) {}

    private static volatile SoftReference<Drawn> last = new SoftReference<>(null);

    private final double[][] centroids;
    private final List<Axis> axes;

    private Voronoi(CvtTessellation tessellation) {
        this.centroids = tessellation.centroids();
        this.axes = tessellation.axes();
    }

    /** The cells that reach into the box of the axes, in the order of their numbers. */
    static List<Region> of(CvtTessellation tessellation) {
        Drawn drawn = last.get();
        if (drawn == null || drawn.tessellation() != tessellation) {
            drawn = new Drawn(tessellation, new Voronoi(tessellation).regions());
            last = new SoftReference<>(drawn);
        }
        return drawn.regions();
    }

    private List<Region> regions() {
        var regions = new ArrayList<Region>();
        for (int cell = 0; cell < centroids.length; cell++) {
            double[][] corners = corners(cell);
            if (corners.length > 2) {
                regions.add(new Region(
                        cell,
                        Arrays.stream(corners).mapToDouble(corner -> corner[0]).toArray(),
                        Arrays.stream(corners).mapToDouble(corner -> corner[1]).toArray()));
            }
        }
        return List.copyOf(regions);
    }

    private double[][] corners(int cell) {
        double[] centre = centroids[cell];
        double[][] corners = box();
        double reach = reach(centre, corners);
        for (int other = 0; other < centroids.length && corners.length > 0; other++) {
            double dx = centroids[other][0] - centre[0];
            double dy = centroids[other][1] - centre[1];
            double square = dx * dx + dy * dy;
            if (other == cell || square >= 4 * reach) {
                continue;
            }
            if (square == 0) { // of equal centroids the first has all
                corners = other < cell ? new double[0][] : corners;
            } else {
                corners = cut(corners, centre, dx, dy);
                reach = reach(centre, corners);
            }
        }
        return corners;
    }

    private double[][] box() {
        double left = axes.get(0).min();
        double right = axes.get(0).max();
        double low = axes.get(1).min();
        double high = axes.get(1).max();
        return new double[][] {{left, low}, {right, low}, {right, high}, {left, high}};
    }

    /** The square of the distance to the farthest corner. */
    private static double reach(double[] centre, double[][] corners) {
        double reach = 0;
        for (double[] corner : corners) {
            double dx = corner[0] - centre[0];
            double dy = corner[1] - centre[1];
            reach = Math.max(reach, dx * dx + dy * dy);
        }
        return reach;
    }

    /** What lies nearer to the centre than to the other centroid, which is away by {@code (dx, dy)}. */
    private static double[][] cut(double[][] corners, double[] centre, double dx, double dy) {
        var kept = new ArrayList<double[]>();
        for (int i = 0; i < corners.length; i++) {
            double[] here = corners[i];
            double[] next = corners[(i + 1) % corners.length];
            double beyondHere = beyond(here, centre, dx, dy);
            double beyondNext = beyond(next, centre, dx, dy);
            if (beyondHere <= 0) {
                kept.add(here);
            }
            if (beyondHere < 0 && beyondNext > 0 || beyondHere > 0 && beyondNext < 0) {
                double share = beyondHere / (beyondHere - beyondNext);
                kept.add(new double[] {here[0] + share * (next[0] - here[0]), here[1] + share * (next[1] - here[1])});
            }
        }
        return kept.toArray(double[][]::new);
    }

    private static double beyond(double[] point, double[] centre, double dx, double dy) {
        return dx * (point[0] - centre[0]) + dy * (point[1] - centre[1]) - (dx * dx + dy * dy) / 2;
    }
}
