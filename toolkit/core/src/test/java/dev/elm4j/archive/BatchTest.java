package dev.elm4j.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BatchTest {

    private static final Tessellation LINE =
            Tessellation.grid(Axis.of("m", 0, 100).bins(100));

    static LongStream seeds() {
        return new SplittableRandom(20261206).longs(20);
    }

    @Test
    void emptyCellsAreFilledInAscendingOrder() {
        Archive<String> archive = Archive.of(LINE);
        archive.add("first", 0, 50);
        archive.add(List.of("c", "a", "b"), new double[] {1, 1, 1}, new double[][] {{90}, {10}, {60}});
        assertThat(archive.elites()).extracting(Elite::solution).containsExactly("first", "a", "b", "c");
    }

    @Test
    void theBestEverIsTheFirstOfTheBatchAmongEqualsOfDifferentCells() {
        Archive<String> archive = Archive.of(LINE);
        archive.add(List.of("late cell", "early cell"), new double[] {1, 1}, new double[][] {{90}, {10}});
        assertThat(archive.best().solution()).isEqualTo("late cell");
        archive.add(List.of("later"), new double[] {1}, new double[][] {{20}});
        assertThat(archive.best().solution()).isEqualTo("late cell");
    }

    @Test
    void anyKindOfListWillDo() {
        Archive<CharSequence> archive = Archive.of(LINE);
        archive.add(new LinkedList<>(List.of("a", "b")), new double[] {1, 2}, new double[][] {{1}, {2}});
        assertThat(archive.size()).isEqualTo(2);
    }

    @Test
    void aResultIsReadOneByOneOrAsAList() {
        Archive<String> archive = Archive.of(LINE);
        archive.add("old", 2, 10);
        BatchResult result =
                archive.add(List.of("a", "b", "c"), new double[] {1, 3, -1}, new double[][] {{10}, {10}, {70}});
        assertThat(result.results())
                .containsExactly(
                        new AddResult(AddStatus.NOT_ADDED, 10, -1),
                        new AddResult(AddStatus.IMPROVED, 10, 1),
                        new AddResult(AddStatus.NEW, 70, -1));
        assertThat(result).hasToString("3 offered: 1 new, 1 improved, 0 added, 1 not added");
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> result.status(3));
    }

    @Test
    void aLargeResultStillFitsEightyColumns() {
        int size = 1_000_000;
        byte[] statuses = new byte[size];
        IntStream.range(0, size).forEach(i -> statuses[i] = (byte) (i % 4));
        assertThat(new BatchResult(statuses, new int[size], new double[size]).toString())
                .hasSizeLessThanOrEqualTo(80);
    }

    /** Small batches go another way than large ones; both against the rule written out. */
    @ParameterizedTest
    @MethodSource("seeds")
    void softThresholdsFollowTheFormulaWhateverTheSizeOfTheBatch(long seed) {
        var random = new SplittableRandom(seed);
        Archive<Integer> archive = Archive.of(LINE, CellPolicy.softThreshold(0.2, -3), 0);
        double[] thresholds = new double[100];
        Arrays.fill(thresholds, -3);
        for (int round = 0; round < 50; round++) {
            int size = random.nextInt(2) == 0 ? random.nextInt(6) : random.nextInt(300);
            double[] objectives = random.doubles(size, -5, 5).toArray();
            double[][] points =
                    random.doubles(size, 0, 100).mapToObj(m -> new double[] {m}).toArray(double[][]::new);
            BatchResult result = archive.add(IntStream.range(0, size).boxed().toList(), objectives, points);
            var accepted = new LinkedHashMap<Integer, List<Double>>();
            for (int i = 0; i < size; i++) {
                int cell = (int) points[i][0];
                assertThat(result.cell(i)).isEqualTo(cell);
                assertThat(result.value(i)).isCloseTo(objectives[i] - thresholds[cell], within(1e-12));
                if (objectives[i] > thresholds[cell]) {
                    accepted.computeIfAbsent(cell, unused -> new ArrayList<>()).add(objectives[i]);
                }
            }
            accepted.forEach((cell, list) -> {
                double kept = StrictMath.pow(0.8, list.size());
                double mean = list.stream().mapToDouble(f -> f).average().orElseThrow();
                thresholds[cell] = kept * thresholds[cell] + (1 - kept) * mean;
                double best = list.stream().mapToDouble(f -> f).max().orElseThrow();
                assertThat(archive.elite((int) cell).orElseThrow().objective()).isEqualTo(best);
            });
            for (int cell = 0; cell < 100; cell++) {
                assertThat(archive.threshold(cell)).isCloseTo(thresholds[cell], within(1e-12));
            }
        }
    }
}
