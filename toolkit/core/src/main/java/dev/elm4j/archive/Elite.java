package dev.elm4j.archive;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;

/**
 * The best solution of one cell, as it was when it was added; where cells hold several, any of these members.
 *
 * <pre>{@code
 * var lengths = Archive.<String>of(Tessellation.grid(Axis.of("length", 0, 80).unit("words")));
 * lengths.add("hello", 0.25, 5);
 * lengths.best().cell();        // 0
 * lengths.best().toString();    // "by hand, objective 0.2500, length (words) 5.000: hello"
 * }</pre>
 *
 * @param <S> type of a solution
 * @param candidate number of the candidate in its run, from 0; {@link #BY_HAND} for one added outside a search
 * @param solution the solution
 * @param objective its quality, finite; greater is better
 * @param measures its coordinates, finite, not clipped to the axes
 * @param cell the cell that it holds
 * @param axes what the measures measure, one axis per measure, so that an elite can be read by itself
 */
public record Elite<S>(long candidate, S solution, double objective, Measures measures, int cell, List<Axis> axes) {

    /** Candidate number of an elite that did not come from a search. */
    public static final long BY_HAND = -1;

    /** Shares the axes where they cannot change, and copies them otherwise. */
    public Elite {
        requireNonNull(measures, "measures");
        axes = List.copyOf(requireNonNull(axes, "axes"));
    }

    /** One line: who it is, how good, where it lies, and the solution. */
    @Override
    public String toString() {
        var text = new StringBuilder(candidate == BY_HAND ? "by hand" : "#" + candidate)
                .append(String.format(Locale.ROOT, ", objective %.4g", objective));
        for (int i = 0; i < measures.size(); i++) {
            text.append(", ")
                    .append(i < axes.size() ? axes.get(i).label() + " " : "")
                    .append(String.format(Locale.ROOT, "%.4g", measures.at(i)));
        }
        return text.append(": ").append(shown(solution)).toString();
    }

    private static String shown(Object solution) {
        return solution instanceof double[] vector ? java.util.Arrays.toString(vector) : String.valueOf(solution);
    }
}
