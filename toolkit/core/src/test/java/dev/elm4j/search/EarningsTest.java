package dev.elm4j.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elm4j.archive.Archive;
import dev.elm4j.archive.Axis;
import dev.elm4j.archive.Measures;
import dev.elm4j.archive.Tessellation;
import dev.elm4j.environment.Context;
import dev.elm4j.environment.Evaluation;
import dev.elm4j.environment.Failure;
import dev.elm4j.environment.Usage;
import dev.elm4j.functions.Functions;
import dev.elm4j.operator.Credit;
import dev.elm4j.operator.Gaussian;
import dev.elm4j.operator.Mixture;
import dev.elm4j.operator.Operator;
import dev.elm4j.operator.Plan;
import dev.elm4j.operator.Proposal;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What operators earn: gains of the QD score, scaled; and that a bandit follows it. */
class EarningsTest {

    private final Archive<String> archive = Archive.of(Tessellation.grid(Axis.of("m", 0, 10)));
    private final Earnings earnings = new Earnings(List.of(Gaussian.of(1), Gaussian.of(2)));
    private long number;

    private Credit after(Gaussian operator, double objective, double measure) {
        var candidate = new Candidate<>(number++, 0, operator.name(), List.of(), Proposal.of("x"));
        var result = archive.add(number, "x", objective, Measures.of(measure));
        earnings.take(new Commit<>(candidate, Evaluation.of(objective, measure), Usage.NONE, Optional.of(result)));
        return earnings.credits().get(operator.sigma() == 1 ? 0 : 1);
    }

    @Test
    void theRewardIsTheGainScaledByTheRangeOfObjectivesSoFar() {
        assertThat(after(Gaussian.of(1), 5, 0)).isEqualTo(new Credit(1, 1, 0)); // a single value: what enters earns 1
        assertThat(after(Gaussian.of(1), 3, 1)).isEqualTo(new Credit(2, 1, 0)); // new, but the lowest so far: gain 0
        assertThat(after(Gaussian.of(2), 7, 1)).isEqualTo(new Credit(1, 1, 0)); // 3 to 7, range 4
        assertThat(after(Gaussian.of(2), 6, 0)).isEqualTo(new Credit(2, 1.25, 0)); // 5 to 6
        assertThat(after(Gaussian.of(2), 6, 0)).isEqualTo(new Credit(3, 1.25, 0)); // not added
        assertThat(after(Gaussian.of(2), 5, 4)).isEqualTo(new Credit(4, 1.75, 0)); // new: 5 above the lowest by 2 of 4
    }

    @Test
    void failuresEarnNothingAndCount() {
        var candidate =
                new Candidate<String>(0, 0, "gaussian(1.0)", List.of(), Proposal.failed(new Failure("none", "none")));
        earnings.take(new Commit<>(candidate, new Failure("none", "none"), Usage.NONE, Optional.empty()));
        assertThat(earnings.credits()).containsExactly(new Credit(1, 0, 0), Credit.NONE);
    }

    @Test
    void rewardsLieBetweenZeroAndOneWhateverComes() {
        var random = new SplittableRandom(3);
        double before = 0;
        for (int i = 0; i < 1_000; i++) {
            double objective = random.nextInt(20) == 0 ? random.nextDouble(-1e300, 1e300) : random.nextDouble(-1, 1);
            double reward =
                    after(Gaussian.of(1), objective, random.nextDouble(10)).reward();
            assertThat(reward - before).isBetween(0.0, 1 + 1e-9); // a difference of sums
            before = reward;
        }
    }

    /** One arm never proposes anything. */
    private static final class Idle implements Operator<double[]> {

        @Override
        public String name() {
            return "idle";
        }

        @Override
        public List<Proposal<double[]>> propose(List<Plan<double[]>> plans, Context context) {
            return plans.stream()
                    .map(plan -> Proposal.<double[]>failed(new Failure("idle", "as always")))
                    .toList();
        }
    }

    @Test
    void aBanditPrefersTheOperatorThatEarnsAndItsStateFollowsFromTheEvents() {
        var events = new RememberedEvents<double[]>();
        Search<double[]> search = Search.of(Functions.sphere(20), events.opener())
                .operators(new Idle(), Gaussian.of(0.5))
                .mixture(Mixture.ucb1(0.05))
                .batch(4)
                .window(3)
                .seed(2);
        search.run(1_000);
        long earning = search.record().commits().stream()
                .filter(commit -> commit.candidate().operator().equals("gaussian(0.5)"))
                .count();
        assertThat(earning).isGreaterThan(700);
        Search<double[]> resumed = search.threads(4);
        assertThat(resumed.progress()).isEqualTo(search.progress());
        search.run(200);
        assertThat(search.threads(1).progress()).isEqualTo(search.progress());
    }

    /** All of a window is planned before any of it has earned; what is planned counts, so it does not go to one arm. */
    @Test
    void aWindowIsSpreadOverTheOperators() {
        for (int batch : new int[] {1, 4}) {
            Search<double[]> search = Search.of(Functions.sphere(4))
                    .operators(Gaussian.of(0.5), Gaussian.of(0.1))
                    .mixture(Mixture.ucb1())
                    .batch(batch)
                    .window(8 / batch);
            search.run(8);
            long first = search.record().commits().stream()
                    .filter(commit -> commit.candidate().operator().equals("gaussian(0.5)"))
                    .count();
            assertThat(first).as("of seven beside the seed").isEqualTo(4);
        }
    }
}
