package dev.elm4j.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.elm4j.archive.Archive;
import dev.elm4j.archive.Axis;
import dev.elm4j.archive.Elite;
import dev.elm4j.archive.Measures;
import dev.elm4j.archive.Tessellation;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What every selection keeps; a test of a selection extends it. */
abstract class SelectionContract {

    abstract Selection selection();

    /** Whether all elites have the same chance, whatever their objective and their children. */
    boolean even() {
        return true;
    }

    /** An archive of 100 cells with so many elites; candidate, objective and solution of an elite are its cell. */
    static Archive<Integer> archive(int elites) {
        Archive<Integer> archive = Archive.of(Tessellation.grid(
                Axis.of("x", 0, 10).bins(10), Axis.of("y", 0, 10).bins(10)));
        var random = new SplittableRandom(5);
        while (archive.size() < elites) {
            int cell = random.nextInt(100);
            archive.add((long) cell, cell, cell, Measures.of(cell / 10 + 0.5, cell % 10 + 0.5));
        }
        return archive;
    }

    /** How often each of the archive's elites comes first. */
    static long[] firsts(Selection selection, Archive<Integer> archive, int count) {
        var places = new int[100];
        for (int i = 0; i < archive.size(); i++) {
            places[archive.elites().get(i).cell()] = i;
        }
        var counts = new long[archive.size()];
        var random = new SplittableRandom(20261106);
        for (int i = 0; i < 40_000; i++) {
            counts[places[selection.select(archive, count, random).get(0).cell()]]++;
        }
        return counts;
    }

    @Test
    void givesDifferentElitesAndAsManyAsThereAre() {
        for (int elites : List.of(1, 3, 50)) {
            Archive<Integer> archive = archive(elites);
            for (int count : List.of(0, 1, 2, 4, 60)) {
                List<Elite<Integer>> chosen = selection().select(archive, count, new SplittableRandom(count));
                assertThat(chosen).hasSize(Math.min(count, elites)).doesNotHaveDuplicates();
                assertThat(archive.elites()).containsAll(chosen);
            }
        }
    }

    @Test
    void dependsOnTheArchiveAndTheRandomNumbersAlone() {
        for (int count : List.of(1, 3)) {
            assertThat(draws(archive(50), count))
                    .isEqualTo(draws(archive(50), count))
                    .isEqualTo(draws(archive(50).snapshot(), count));
        }
    }

    private List<List<Elite<Integer>>> draws(Archive<Integer> archive, int count) {
        var random = new SplittableRandom(11);
        return java.util.stream.IntStream.range(0, 20)
                .mapToObj(i -> selection().select(archive, count, random))
                .toList();
    }

    @Test
    void everyEliteHasItsChance() {
        long[] counts = firsts(selection(), archive(20), 1);
        double[] probabilities = new double[20];
        Arrays.fill(probabilities, 1 / 20.0);
        if (even()) {
            assertThat(TestDraws.chiSquared(counts, probabilities)).isLessThan(63.7); // p = 1e-6, 19 degrees of freedom
        } else {
            assertThat(Arrays.stream(counts).filter(count -> count > 0).count()).isGreaterThan(1);
        }
    }

    @Test
    void anEmptyArchiveHasNoParents() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> selection().select(archive(0), 1, new SplittableRandom(1)))
                .withMessageContaining("empty");
    }

    @Test
    void hasAName() {
        assertThat(selection().name()).isNotBlank();
    }
}
