package dev.elm4j.operator;

import java.util.List;
import java.util.SplittableRandom;

/** The mixture of {@link Mixture#ucb1}. */
record Ucb1Mixture(double exploration) implements Mixture {

    Ucb1Mixture {
        if (!(exploration >= 0 && Double.isFinite(exploration))) {
            throw new IllegalArgumentException(
                    "UCB1 needs a finite exploration of at least 0, but was %s. 1 is usual.".formatted(exploration));
        }
    }

    @Override
    public String name() {
        return "ucb1(" + exploration + ")";
    }

    @Override
    public int choose(List<Credit> credits, SplittableRandom random) {
        long all = credits.stream().mapToLong(Ucb1Mixture::pulls).sum();
        int best = 0;
        for (int arm = 0; arm < credits.size(); arm++) {
            if (bound(credits.get(arm), all) > bound(credits.get(best), all)) {
                best = arm;
            }
        }
        return best;
    }

    /** The upper confidence bound; infinite while it was never tried. */
    private double bound(Credit credit, long all) {
        long pulls = pulls(credit);
        return pulls == 0
                ? Double.POSITIVE_INFINITY
                : credit.mean() + exploration * StrictMath.sqrt(2 * StrictMath.log(all) / pulls);
    }

    private static long pulls(Credit credit) {
        return credit.finished() + credit.unfinished();
    }
}
