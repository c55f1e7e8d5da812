package dev.elm4j.comparison;

import static dev.elm4j.comparison.SmallComparisons.ELITES;
import static dev.elm4j.comparison.SmallComparisons.INDEPENDENT;
import static dev.elm4j.comparison.SmallComparisons.paid;
import static dev.elm4j.comparison.SmallComparisons.small;
import static dev.elm4j.comparison.SmallComparisons.sphere;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.elm4j.archive.Axis;
import dev.elm4j.environment.Environment;
import dev.elm4j.environment.Evaluation;
import dev.elm4j.environment.FunctionEnvironment;
import dev.elm4j.search.Budget;
import dev.elm4j.search.Search;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a comparison refuses before anything is evaluated. */
@Timeout(60)
class ComparisonInputTest {

    @Test
    void aComparisonNeedsTwoArmsOfDifferentNamesAndDifferentSeeds() {
        Comparison<double[]> of = Comparison.of(sphere());
        assertThatIllegalStateException()
                .isThrownBy(() -> of.budget(Cost.CANDIDATES, 10).run())
                .withMessageContaining("no arms");
        assertThatIllegalArgumentException().isThrownBy(() -> of.arms()).withMessageContaining("got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of.arms(ELITES))
                .withMessageContaining("at least 2 arms, but got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of.arms(ELITES, INDEPENDENT, ELITES))
                .withMessageContaining("'MAP-Elites' came twice");
        assertThatIllegalArgumentException().isThrownBy(() -> of.seeds()).withMessageContaining("at least 1 seed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of.seeds(1, 2, 1))
                .withMessageContaining("seed")
                .withMessageContaining("'1' came twice");
        assertThatIllegalArgumentException().isThrownBy(() -> of.threads(0));
        assertThatIllegalArgumentException().isThrownBy(() -> of.offset(Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of.metric("best", search -> 1))
                .withMessageContaining("'best' came twice");
        assertThatIllegalArgumentException().isThrownBy(() -> Arm.of(" ", search -> search));
        assertThatNullPointerException().isThrownBy(() -> Comparison.of(null)).withMessage("base");
        assertThatNullPointerException().isThrownBy(() -> of.budget(null, 1)).withMessage("cost");
    }

    @Test
    void aBudgetMustBeThereAndPossible() {
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> Comparison.of(sphere()).arms(INDEPENDENT, ELITES).run())
                .withMessageContaining(".budget(Cost.CANDIDATES");
        for (double wrong : new double[] {0, -1, 0.5, 10.5, Double.NaN, 1e12}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> small().budget(Cost.CALLS, wrong))
                    .withMessageContaining("model calls")
                    .withMessageContaining("got " + wrong);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> small().budget(Cost.USD, 0));
        assertThat(Comparison.of(sphere().budget(Budget.candidates(40)))
                        .arms(INDEPENDENT, ELITES)
                        .seeds(1)
                        .run()
                        .budget())
                .isEqualTo(40);
    }

    @Test
    void anArmThatCannotRunIsNamedBeforeAnythingIsEvaluated() {
        var evaluated = new ArrayList<String>();
        FunctionEnvironment<String> counted = Environment.of("counted", (String s) -> {
                    evaluated.add(s);
                    return Evaluation.of(1, 1);
                })
                .measures(Axis.of("length", 0, 10))
                .seeds("x");
        Search<String> base =
                Search.of(counted).operators(paid(10).setup().operators().get(0));
        Arm<String> right = Arm.of("right", search -> search);
        List<Arm<String>> wrongs = List.of(
                Arm.of("wrong", search -> search.operators()),
                Arm.of("wrong", search -> search.batch(0)),
                Arm.of("wrong", search -> search.axes(Axis.of("width", 0, 1))),
                Arm.of("wrong", search -> search.axes(Axis.of("length", 0, 10).bins(3))),
                Arm.of("wrong", search -> null),
                Arm.of("wrong", search -> Search.view(paid(1).record())),
                Arm.of("wrong", search -> {
                    throw new IllegalStateException("no");
                }));
        for (Arm<String> wrong : wrongs) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Comparison.of(base)
                            .arms(right, wrong)
                            .budget(Cost.CANDIDATES, 10)
                            .run())
                    .withMessageContaining("Arm 'wrong' cannot run: ");
        }
        assertThat(evaluated).isEmpty();
    }
}
