package dev.elm4j.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.elm4j.archive.Archive;
import dev.elm4j.archive.Elite;
import dev.elm4j.archive.Offspring;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CuriositySelectionTest extends SelectionContract {

    @Override
    Selection selection() {
        return Selection.curiosity();
    }

    /** Four elites whose scores are 3, 1, below the least, and none yet. */
    private static Archive<Integer> bred() {
        Archive<Integer> archive = archive(4);
        breed(archive, 0, 4, 2);
        breed(archive, 1, 1, 0);
        breed(archive, 2, 1, 7);
        return archive;
    }

    private static void breed(Archive<Integer> archive, int elite, int entered, int refused) {
        long candidate = archive.elites().get(elite).candidate();
        for (int i = 0; i < entered; i++) {
            archive.bred(candidate, true);
        }
        for (int i = 0; i < refused; i++) {
            archive.bred(candidate, false);
        }
    }

    @Test
    void elitesAreChosenByWhatTheirChildrenEarned() {
        assertThat(TestDraws.chiSquared(firsts(selection(), bred(), 1), 3 / 4.2, 1 / 4.2, 0.1 / 4.2, 0.1 / 4.2))
                .isLessThan(30.66); // p = 1e-6, 3 degrees of freedom
    }

    @Test
    void theSecondIsDrawnAmongTheOthers() {
        Archive<Integer> archive = bred();
        Elite<Integer> most = archive.elites().get(0);
        Elite<Integer> next = archive.elites().get(1);
        var random = new SplittableRandom(20261110);
        long both = 0;
        long first = 0;
        for (int i = 0; i < 40_000; i++) {
            var pair = selection().select(archive, 2, random);
            first += pair.get(0) == most ? 1 : 0;
            both += pair.get(0) == most && pair.get(1) == next ? 1 : 0;
        }
        // After the first is gone, 1 of 1.2 is left for the next: five standard errors.
        assertThat((double) both / first).isCloseTo(1 / 1.2, within(5 * Math.sqrt(1 / 1.2 * (1 - 1 / 1.2) / first)));
    }

    @Test
    void aScoreIsOnePerSuccessLessHalfPerMissAndNeverTooSmall() {
        assertThat(CuriositySelection.weight(new Offspring(4, 2))).isEqualTo(3);
        assertThat(CuriositySelection.weight(new Offspring(1, 1))).isEqualTo(0.5);
        assertThat(CuriositySelection.weight(new Offspring(1, 9))).isEqualTo(0.1);
        assertThat(CuriositySelection.weight(Offspring.NONE)).isEqualTo(0.1);
    }
}
