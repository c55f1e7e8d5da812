package dev.elm4j.archive;

import static java.util.Objects.requireNonNull;

/**
 * One measured dimension of an archive: a named, bounded range cut into equal bins.
 *
 * <pre>{@code
 * var length = Axis.of("length", 2, 20).unit("words").bins(10);
 * length.edge(1);   // 3.8, where bin 1 begins
 * length.label();   // "length (words)"
 * }</pre>
 *
 * @param name shown on plots and in messages
 * @param unit unit of {@code min} and {@code max}, or {@code ""} for a plain number
 * @param min lower bound, inclusive
 * @param max upper bound, inclusive
 * @param bins number of equal bins, at least 1; default {@value #DEFAULT_BINS}
 */
public record Axis(String name, String unit, double min, double max, int bins) {

    /** Bins of an axis that does not say otherwise. */
    public static final int DEFAULT_BINS = 10;

    /** @throws IllegalArgumentException if the range is not finite with {@code min < max}, or there is no bin */
    public Axis {
        requireNonNull(name, "name");
        requireNonNull(unit, "unit");
        if (!(min < max && Double.isFinite(max - min))) {
            throw new IllegalArgumentException(
                    "Axis '%s' needs a finite range with min < max, but was [%s, %s].".formatted(name, min, max));
        }
        if (bins < 1) {
            throw new IllegalArgumentException("Axis '%s' needs at least 1 bin, but was %d.".formatted(name, bins));
        }
    }

    /** An axis without a unit and with {@value #DEFAULT_BINS} bins; refine it with {@link #unit} and {@link #bins}. */
    public static Axis of(String name, double min, double max) {
        return new Axis(name, "", min, max, DEFAULT_BINS);
    }

    /** A copy with this unit. */
    public Axis unit(String unit) {
        return new Axis(name, unit, min, max, bins);
    }

    /** A copy with this number of bins. */
    public Axis bins(int bins) {
        return new Axis(name, unit, min, max, bins);
    }

    /** Where bin {@code i} begins, in the axis' unit; {@code edge(bins())} is the upper bound. */
    public double edge(int i) {
        return i == bins ? max : min + (max - min) * i / bins;
    }

    /** The name with its unit, as a plot shows it. */
    public String label() {
        return unit.isEmpty() ? name : name + " (" + unit + ")";
    }
}
