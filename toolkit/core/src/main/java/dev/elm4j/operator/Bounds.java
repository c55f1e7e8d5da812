package dev.elm4j.operator;

/**
 * The range that every coordinate of a child is clipped to.
 *
 * <pre>{@code
 * Bounds.of(-1, 1).clip(1.5);       // 1.0
 * Bounds.NONE.clip(1.5);            // 1.5
 * }</pre>
 *
 * @param min lower bound, inclusive; negative infinity for none
 * @param max upper bound, inclusive, greater than {@code min}; infinity for none
 */
public record Bounds(double min, double max) {

    /** No bounds. */
    public static final Bounds NONE = new Bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** @throws IllegalArgumentException if not {@code min < max} */
    public Bounds {
        if (!(min < max)) {
            throw new IllegalArgumentException(
                    "Bounds need min < max, but were [%s, %s]. Give the smaller number first.".formatted(min, max));
        }
    }

    /** The range from {@code min} to {@code max}, both inclusive. */
    public static Bounds of(double min, double max) {
        return new Bounds(min, max);
    }

    /** The nearest number within the bounds. */
    public double clip(double value) {
        return Math.max(min, Math.min(max, value));
    }

    /** What a name says of them: nothing where there are none. */
    String suffix() {
        return equals(NONE) ? "" : ", %s to %s".formatted(min, max);
    }
}
