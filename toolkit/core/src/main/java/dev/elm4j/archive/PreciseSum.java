package dev.elm4j.archive;

/**
 * A sum that does not drift while terms come and go: two doubles hold it to about 106 bits (the double-double addition of
 * Dekker 1971 with Knuth's error term). Not a number once a partial sum has overflowed.
 */
final class PreciseSum {

    private double high;
    private double low;

    PreciseSum() {}

    PreciseSum(PreciseSum source) {
        this.high = source.high;
        this.low = source.low;
    }

    void add(double term) {
        double sum = high + term;
        double part = sum - high;
        double lost = (high - (sum - part)) + (term - part) + low;
        high = sum + lost;
        low = lost - (high - sum);
    }

    /** The sum, rounded once. */
    double value() {
        return high + low;
    }
}
