package dev.elm4j.benchmarks;

import java.util.List;
import java.util.Locale;

/**
 * The seconds that rounds took.
 *
 * @param seconds at least one, in ascending order
 */
record Times(List<Double> seconds) {

    Times {
        seconds = seconds.stream().sorted().toList();
    }

    double min() {
        return seconds.get(0);
    }

    double median() {
        int middle = seconds.size() / 2;
        return seconds.size() % 2 == 1 ? seconds.get(middle) : (seconds.get(middle - 1) + seconds.get(middle)) / 2;
    }

    /** Minimum and median in milliseconds, and the number of rounds. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%9.3f %9.3f /%2d", 1e3 * min(), 1e3 * median(), seconds.size());
    }
}
