package dev.elm4j.archive;

/**
 * A sum that does not drift while terms come and go: beside the rounded sum it adds up what rounding lost (Knuth's error
 * term, as in Neumaier 1974), which makes about 106 bits. Not a number once a partial sum has overflowed.
 *
 * @see <a href="https://doi.org/10.1002/zamm.19740540106">Neumaier 1974</a>
 */
final class PreciseSum {

    private double sum;
    private double lost;

    PreciseSum() {}

    PreciseSum(PreciseSum source) {
        this.sum = source.sum;
        this.lost = source.lost;
    }

    void add(double term) {
        double next = sum + term;
        double part = next - sum;
        lost += (sum - (next - part)) + (term - part);
        sum = next;
    }

    double value() {
        return sum + lost;
    }
}
