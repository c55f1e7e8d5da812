package dev.elm4j.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The tree against going through all points, on points that are easy and on points that are made to be hard. */
class KdTreeTest {

    /** How a coordinate is drawn, given the number of the point and the axis. */
    private enum Points {
        RANDOM,
        CLUSTERED,
        DUPLICATE,
        COLLINEAR,
        LATTICE,
        ALL_EQUAL;

        double[] draw(SplittableRandom random, int count, int dimensions) {
            double[] points = new double[count * dimensions];
            for (int i = 0; i < count; i++) {
                double along = random.nextDouble();
                for (int axis = 0; axis < dimensions; axis++) {
                    points[i * dimensions + axis] = switch (this) {
                        case RANDOM -> random.nextDouble();
                        case CLUSTERED -> i % 5 / 5.0 + 1e-9 * random.nextDouble();
                        case DUPLICATE -> random.nextInt(2);
                        case COLLINEAR -> along * (axis + 1);
                        case LATTICE -> random.nextInt(-3, 4) / 4.0;
                        case ALL_EQUAL -> 0.5;
                    };
                }
            }
            return points;
        }
    }

    static Stream<Arguments> hardPoints() {
        var random = new SplittableRandom(20261201);
        return Arrays.stream(Points.values()).flatMap(points -> Stream.of(1, 2, 3, 4, 5, 6)
                .map(dimensions -> Arguments.of(points, dimensions, random.nextLong())));
    }

    @ParameterizedTest
    @MethodSource("hardPoints")
    void theTreeFindsWhatGoingThroughAllFinds(Points points, int dimensions, long seed) {
        var random = new SplittableRandom(seed);
        for (int count : new int[] {1, 2, 16, 17, 33, 100, 1_000}) {
            double[] all = points.draw(random, count, dimensions);
            var search = new KdTree(all, dimensions).search();
            double[] queries = queries(random, all, dimensions);
            for (int row = 0; row < queries.length; row += dimensions) {
                double[] squared = squared(all, queries, row, dimensions);
                int nearest = first(squared);
                assertThat(search.of(queries, row)).isEqualTo(nearest);
                assertThat(search.squared()).isEqualTo(squared[nearest]);
                assertThat(search.pairOf(queries, row)).isEqualTo(nearest);
                squared[nearest] = Double.POSITIVE_INFINITY;
                assertThat(search.second()).isEqualTo(squared[first(squared)]);
            }
        }
    }

    /** Points near by, far away, on a point, on the lattice, and halfway between two points, where ties are. */
    private static double[] queries(SplittableRandom random, double[] all, int dimensions) {
        int count = all.length / dimensions;
        double[] queries = new double[150 * dimensions];
        for (int i = 0; i < 150; i++) {
            int a = random.nextInt(count) * dimensions;
            int b = random.nextInt(count) * dimensions;
            for (int axis = 0; axis < dimensions; axis++) {
                queries[i * dimensions + axis] = switch (i % 5) {
                    case 0 -> random.nextDouble(-0.5, 1.5);
                    case 1 -> 1e6 * random.nextDouble(-1, 1);
                    case 2 -> all[a + axis];
                    case 3 -> random.nextInt(-4, 5) / 8.0;
                    default -> (all[a + axis] + all[b + axis]) / 2;
                };
            }
        }
        return queries;
    }

    private static double[] squared(double[] all, double[] queries, int row, int dimensions) {
        double[] squared = new double[all.length / dimensions];
        for (int i = 0; i < squared.length; i++) {
            for (int axis = 0; axis < dimensions; axis++) {
                double apart = queries[row + axis] - all[i * dimensions + axis];
                squared[i] += apart * apart;
            }
        }
        return squared;
    }

    private static int first(double[] squared) {
        int first = 0;
        for (int i = 1; i < squared.length; i++) {
            first = squared[i] < squared[first] ? i : first;
        }
        return first;
    }
}
