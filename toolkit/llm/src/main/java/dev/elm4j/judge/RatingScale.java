package dev.elm4j.judge;

import java.math.BigDecimal;
import java.util.OptionalDouble;

/** The ratings that are asked for; the lowest is worth 0 and the highest 1. */
record RatingScale(int lowest, int highest) {

    RatingScale {
        if (lowest >= highest) {
            throw new IllegalArgumentException(
                    "A scale needs a lowest rating below the highest, but was %d to %d. 1 to 10 is usual."
                            .formatted(lowest, highest));
        }
    }

    /** What a rating is worth, in [0, 1]; empty if it is not on the scale. */
    OptionalDouble worth(BigDecimal rating) {
        boolean inside =
                rating.compareTo(BigDecimal.valueOf(lowest)) >= 0 && rating.compareTo(BigDecimal.valueOf(highest)) <= 0;
        return inside
                ? OptionalDouble.of((rating.doubleValue() - lowest) / ((double) highest - lowest))
                : OptionalDouble.empty();
    }
}
