package dev.elm4j.archive;

/**
 * Equal bins by pyribs' rule, {@code (bins * (m - min) + 1e-6) / (max - min)} truncated, so that a point within rounding of
 * an inner edge belongs to the upper bin. Unlike pyribs' int32 cast, huge measures stay in the border bin; and on ranges
 * shorter than 0.0001, where the 1e-6 would be whole bins, the shift is no more than a hundredth of a bin.
 */
record EqualScale(double min, double max, int bins) implements Scale {

    private static final double EPSILON = 1e-6;
    private static final double MOST = 1e-2;

    @Override
    public double edge(int i) {
        return i == bins ? max : min + (max - min) * i / bins;
    }

    @Override
    public int binOf(double measure) {
        return bin(measure, min, max - min, bins);
    }

    /** The rule, for those who keep the numbers in arrays. */
    static int bin(double measure, double min, double span, int bins) {
        int bin = (int) ((bins * (measure - min) + Math.min(EPSILON, MOST * span)) / span);
        return Math.max(0, Math.min(bins - 1, bin));
    }
}
