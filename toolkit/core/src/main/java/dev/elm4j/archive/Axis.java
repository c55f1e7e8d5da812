package dev.elm4j.archive;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One measured dimension of an archive: a named range cut into bins, or a list of categories.
 *
 * <pre>{@code
 * var length = Axis.of("length", 2, 20).unit("words").bins(10);
 * length.edge(1);      // 3.8, where bin 1 begins
 * length.label();      // "length (words)"
 * var age = Axis.edges("age", 0, 18, 65, 120).unit("years");
 * var genre = Axis.categories("genre", "poem", "story", "news");
 * genre.number("story");   // 1.0, the measure of a story
 * }</pre>
 *
 * @param name shown on plots and in messages
 * @param unit unit of the coordinates, or {@code ""} for a plain number
 * @param scale how it is cut into bins
 */
public record Axis(String name, String unit, Scale scale) {

    /** Bins of an axis that does not say otherwise. */
    public static final int DEFAULT_BINS = 10;

    public Axis {
        requireNonNull(name, "name");
        requireNonNull(unit, "unit");
        requireNonNull(scale, "scale");
    }

    /**
     * An axis without a unit and with {@value #DEFAULT_BINS} equal bins; refine it with {@link #unit} and {@link #bins(int)}.
     *
     * @throws IllegalArgumentException if the range is not finite with {@code min < max}
     */
    public static Axis of(String name, double min, double max) {
        if (!(min < max && Double.isFinite(max - min))) {
            throw new IllegalArgumentException(
                    "Axis '%s' needs a finite range with min < max, but was [%s, %s].".formatted(name, min, max));
        }
        return new Axis(name, "", new EqualScale(min, max, DEFAULT_BINS));
    }

    /**
     * An axis whose bins lie between these edges, {@code double[bins + 1]}.
     *
     * @throws IllegalArgumentException if there are fewer than 2 edges, or they are not finite and strictly ascending
     */
    public static Axis edges(String name, double... edges) {
        boolean ascending = edges.length >= 2;
        for (int i = 0; ascending && i < edges.length; i++) {
            ascending = Double.isFinite(edges[i]) && (i == 0 || edges[i - 1] < edges[i]);
        }
        if (!ascending) {
            throw new IllegalArgumentException("Axis '%s' needs at least 2 finite edges in ascending order, but got %s."
                    .formatted(name, Arrays.toString(edges)));
        }
        return new Axis(name, "", new EdgeScale(Arrays.stream(edges).boxed().toList()));
    }

    /**
     * An axis with one bin per category; the measure of a category is its {@link #number}.
     *
     * @throws IllegalArgumentException if there is no category, or one is given twice
     */
    public static Axis categories(String name, String... categories) {
        List<String> list = List.of(categories);
        if (list.isEmpty() || new HashSet<>(list).size() < list.size()) {
            throw new IllegalArgumentException(
                    "Axis '%s' needs at least 1 category and each once, but got %s.".formatted(name, list));
        }
        return new Axis(name, "", new CategoryScale(list));
    }

    /** A copy with this unit. */
    public Axis unit(String unit) {
        return new Axis(name, unit, scale);
    }

    /**
     * A copy with this number of equal bins over the same range.
     *
     * @throws IllegalArgumentException if there is no bin, or the axis has categories
     */
    public Axis bins(int bins) {
        if (bins < 1) {
            throw new IllegalArgumentException("Axis '%s' needs at least 1 bin, but was %d.".formatted(name, bins));
        }
        if (isCategorical()) {
            throw new IllegalArgumentException(
                    "Axis '%s' has one bin per category and cannot be cut otherwise. Give it other categories."
                            .formatted(name));
        }
        return new Axis(name, unit, new EqualScale(min(), max(), bins));
    }

    /** Lower bound, inclusive. */
    public double min() {
        return scale.min();
    }

    /** Upper bound, inclusive. */
    public double max() {
        return scale.max();
    }

    /** Number of bins, at least 1. */
    public int bins() {
        return scale.bins();
    }

    /** Whether it has categories instead of a range. */
    public boolean isCategorical() {
        return scale instanceof CategoryScale;
    }

    /** The categories in the order of their numbers; empty for a range. */
    public List<String> categories() {
        return scale.categories();
    }

    /**
     * The measure of a category: its place in the list, from 0.
     *
     * @throws IllegalArgumentException if the axis has no such category
     */
    public double number(String category) {
        int number = categories().indexOf(category);
        if (number < 0) {
            throw new IllegalArgumentException("Axis '%s' has no category '%s'; it has: %s."
                    .formatted(
                            name,
                            category,
                            categories().isEmpty() ? "none, it is a range" : String.join(", ", categories())));
        }
        return number;
    }

    /** Where bin {@code i} begins, in the axis' unit; {@code edge(bins())} is the upper bound. */
    public double edge(int i) {
        return scale.edge(i);
    }

    /** The name with its unit, as a plot shows it. */
    public String label() {
        return unit.isEmpty() ? name : name + " (" + unit + ")";
    }

    /** One line, such as {@code length (words): 10 bins from 2 to 20}. */
    @Override
    public String toString() {
        if (isCategorical()) {
            return label() + ": " + String.join(", ", categories());
        }
        return scale instanceof EdgeScale
                ? "%s: %d bins with the edges %s".formatted(label(), bins(), edges())
                : "%s: %d bins from %s to %s".formatted(label(), bins(), number(min()), number(max()));
    }

    private String edges() {
        return IntStream.rangeClosed(0, bins()).mapToObj(i -> number(edge(i))).collect(Collectors.joining(", "));
    }

    private static String number(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
