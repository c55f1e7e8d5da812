package dev.elm4j.search;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Ends a run when its map is good enough. */
record StopTarget(Quality quality, double target) implements StopRule {

    /** What is good about a map. */
    enum Quality {
        BEST,
        COVERAGE
    }

    StopTarget {
        if (quality == Quality.BEST && !Double.isFinite(target)) {
            throw new IllegalArgumentException(
                    "StopRule.objective needs a finite objective, but got %s. Leave the rule out for no target."
                            .formatted(target));
        }
        if (quality == Quality.COVERAGE && !(target > 0 && target <= 1)) {
            throw new IllegalArgumentException(
                    "StopRule.coverage needs a share of the cells in (0, 1], but got %s. For 80 %% write 0.8."
                            .formatted(target));
        }
    }

    @Override
    public Optional<String> reason(Progress progress, Duration elapsed) {
        double now = quality == Quality.BEST
                ? progress.passive().best()
                : progress.passive().coverage();
        return now >= target ? Optional.of(sentence(now)) : Optional.empty(); // NaN, the best of an empty map, is not
    }

    private String sentence(double now) {
        return quality == Quality.BEST
                ? "The objective %s reaches the target of %s.".formatted(now, target)
                : String.format(
                        Locale.ROOT, "The coverage of %.2f %% reaches the target of %.2f %%.", 100 * now, 100 * target);
    }

    @Override
    public String toString() {
        return quality == Quality.BEST ? "objective(%s)".formatted(target) : "coverage(%s)".formatted(target);
    }
}
