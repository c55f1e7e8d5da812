package dev.elm4j.archive;

/**
 * Finds the nearest of many points (Bentley 1975, split at the median of the widest axis): exactly the one that going
 * through all of them finds, of equally near ones that with the lowest index. Immutable.
 *
 * @see <a href="https://doi.org/10.1145/361002.361007">Bentley 1975</a>
 */
final class KdTree {

    private static final int LEAF = 16;
    private static final int ALL_EQUAL = -1;
    /** Bounds of boxes are sums in another order than distances; this much they may differ by rounding. */
    private static final double SLACK = 1 - 1e-12;

    private final int dimensions;
    /** Rows of the points, in the order of the leaves. */
    private final double[] points;
    /** The point's index in the order in which it was given. */
    private final int[] ids;
    /** Of an inner node; its children are {@code 2 n + 1} and {@code 2 n + 2}. */
    private final int[] axes;

    private final double[] splits;

    /**
     * @param points {@code [count * dimensions]}, row by row, at least one row; not kept
     */
    KdTree(double[] points, int dimensions) {
        int count = points.length / dimensions;
        this.dimensions = dimensions;
        this.ids = new int[count];
        for (int i = 0; i < count; i++) {
            ids[i] = i;
        }
        int nodes = nodes(count);
        this.axes = new int[nodes];
        this.splits = new double[nodes];
        build(0, 0, count, points);
        this.points = new double[points.length];
        for (int i = 0; i < count; i++) {
            System.arraycopy(points, ids[i] * dimensions, this.points, i * dimensions, dimensions);
        }
    }

    private static int nodes(int count) {
        int nodes = 1;
        for (int size = count; size > LEAF; size = size - size / 2) {
            nodes = 2 * nodes + 1;
        }
        return nodes;
    }

    private void build(int node, int from, int to, double[] source) {
        if (to - from <= LEAF) {
            return;
        }
        int axis = widest(from, to, source);
        axes[node] = axis;
        if (axis == ALL_EQUAL) {
            return;
        }
        int middle = (from + to) >>> 1;
        select(from, to - 1, middle, axis, source);
        splits[node] = source[ids[middle] * dimensions + axis];
        build(2 * node + 1, from, middle, source);
        build(2 * node + 2, middle, to, source);
    }

    private int widest(int from, int to, double[] source) {
        int widest = ALL_EQUAL;
        double most = 0;
        for (int axis = 0; axis < dimensions; axis++) {
            double min = Double.POSITIVE_INFINITY;
            double max = Double.NEGATIVE_INFINITY;
            for (int i = from; i < to; i++) {
                double value = source[ids[i] * dimensions + axis];
                min = Math.min(min, value);
                max = Math.max(max, value);
            }
            if (max - min > most) {
                most = max - min;
                widest = axis;
            }
        }
        return widest;
    }

    /** Hoare's quickselect: afterwards none before {@code middle} is greater, none behind it smaller. */
    private void select(int from, int to, int middle, int axis, double[] source) {
        int low = from;
        int high = to;
        while (low < high) {
            double pivot = source[ids[(low + high) >>> 1] * dimensions + axis];
            int i = low;
            int j = high;
            while (i <= j) {
                while (source[ids[i] * dimensions + axis] < pivot) {
                    i++;
                }
                while (source[ids[j] * dimensions + axis] > pivot) {
                    j--;
                }
                if (i <= j) {
                    int swapped = ids[i];
                    ids[i++] = ids[j];
                    ids[j--] = swapped;
                }
            }
            if (middle <= j) {
                high = j;
            } else if (middle >= i) {
                low = i;
            } else {
                return;
            }
        }
    }

    /** A search to begin with; used again and again by one thread it saves making new ones. */
    Nearest search() {
        return new Nearest();
    }

    /** One search, for one thread at a time. */
    final class Nearest {

        private final double[] point = new double[dimensions];
        /** Per axis how far the present box is from the point. */
        private final double[] offsets = new double[dimensions];

        private double squared;
        private double second;
        private int id;
        /** Whether the second nearest is looked for too. */
        private boolean pair;

        /** The index of the point nearest to {@code values[offset .. offset + dimensions)}, finite. */
        int of(double[] values, int offset) {
            pair = false;
            return search(values, offset);
        }

        /** The same; it also finds {@link #second}, which takes longer. */
        int pairOf(double[] values, int offset) {
            pair = true;
            return search(values, offset);
        }

        /** Squared distance of the point that was found last. */
        double squared() {
            return squared;
        }

        /** Squared distance of the second nearest point; infinite if there is none. */
        double second() {
            return second;
        }

        private int search(double[] values, int offset) {
            System.arraycopy(values, offset, point, 0, dimensions);
            java.util.Arrays.fill(offsets, 0);
            squared = Double.POSITIVE_INFINITY;
            second = Double.POSITIVE_INFINITY;
            id = Integer.MAX_VALUE;
            visit(0, 0, ids.length, 0);
            return id;
        }

        private void visit(int node, int from, int to, double box) {
            if (to - from <= LEAF || axes[node] == ALL_EQUAL) {
                scan(from, to);
                return;
            }
            int axis = axes[node];
            int middle = (from + to) >>> 1;
            double offset = point[axis] - splits[node];
            double before = offsets[axis];
            double far = box - before * before + offset * offset;
            if (offset < 0) {
                visit(2 * node + 1, from, middle, box);
            } else {
                visit(2 * node + 2, middle, to, box);
            }
            if (far * SLACK > (pair ? second : squared)) {
                return;
            }
            offsets[axis] = offset;
            if (offset < 0) {
                visit(2 * node + 2, middle, to, far);
            } else {
                visit(2 * node + 1, from, middle, far);
            }
            offsets[axis] = before;
        }

        private void scan(int from, int to) {
            for (int row = from; row < to; row++) {
                double distance = squared(row);
                if (distance < squared || distance == squared && ids[row] < id) {
                    second = squared;
                    squared = distance;
                    id = ids[row];
                } else if (distance < second) {
                    second = distance;
                }
            }
        }

        private double squared(int row) {
            double sum = 0;
            for (int axis = 0; axis < dimensions; axis++) {
                double apart = point[axis] - points[row * dimensions + axis];
                sum += apart * apart;
            }
            return sum;
        }
    }
}
