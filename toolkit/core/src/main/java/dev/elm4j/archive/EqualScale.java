package dev.elm4j.archive;

/**
 * Equal bins by pyribs' rule, {@code (bins * (m - min) + 1e-6) / (max - min)} truncated, so that a point within rounding of
 * an inner edge belongs to the upper bin; unlike pyribs' int32 cast, huge measures stay in the border bin.
 */
record EqualScale(double min, double max, int bins) implements Scale {

    private static final double EPSILON = 1e-6;

    @Override
    public double edge(int i) {
        return i == bins ? max : min + (max - min) * i / bins;
    }

    @Override
    public int binOf(double measure) {
        int bin = (int) ((bins * (measure - min) + EPSILON) / (max - min));
        return Math.max(0, Math.min(bins - 1, bin));
    }
}
