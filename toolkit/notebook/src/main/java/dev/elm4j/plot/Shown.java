package dev.elm4j.plot;

import dev.elm4j.archive.Axis;
import dev.elm4j.archive.Elite;
import dev.elm4j.archive.Measures;
import dev.elm4j.search.Candidate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How single values are written in pictures and tables, the same in every locale. */
final class Shown {

    /** Stands for a number that is not there. */
    static final String NONE = "\u2013";

    private Shown() {}

    /** A number with up to four significant digits and no needless zeros; a dash for one that is not finite. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return NONE;
        }
        if (value == 0) {
            return "0";
        }
        double size = Math.abs(value);
        if (size >= 1e7 || size < 1e-4) {
            return String.format(Locale.ROOT, "%.3g", value);
        }
        int decimals = Math.max(0, 3 - (int) Math.floor(Math.log10(size)));
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return decimals == 0 ? text : text.replaceAll("0+$", "").replaceAll("\\.$", "");
    }

    /** A count with separators between thousands. */
    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** A share as percent. */
    static String percent(double share) {
        return Double.isFinite(share) ? String.format(Locale.ROOT, "%.1f %%", 100 * share) : NONE;
    }

    /** A price in US dollars, to the hundredth of a cent. */
    static String usd(double usd) {
        return amount(usd) + " USD";
    }

    /** The same without its unit. */
    static String amount(double usd) {
        return String.format(Locale.ROOT, "%,.4f", usd);
    }

    /** A span of time in at most two units. */
    static String time(Duration time) {
        long seconds = time.toSeconds();
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return "%d min %02d s".formatted(seconds / 60, seconds % 60);
        }
        return "%d h %02d min".formatted(seconds / 3600, seconds / 60 % 60);
    }

    /** A solution as text. */
    static String solution(Object solution) {
        if (solution instanceof double[] vector) {
            return Arrays.stream(vector).mapToObj(Shown::number).collect(Collectors.joining(", ", "[", "]"));
        }
        if (solution instanceof boolean[] bits) {
            var text = new StringBuilder();
            for (boolean bit : bits) {
                text.append(bit ? '1' : '0');
            }
            return text.toString();
        }
        if (solution instanceof int[] numbers) {
            return Arrays.toString(numbers);
        }
        return String.valueOf(solution);
    }

    /** Who made a candidate: the operator, or the person who brought it, and why. */
    static String maker(Candidate<?> candidate) {
        return candidate
                .injection()
                .map(by ->
                        candidate.operator() + " by " + by.author() + (by.why().isBlank() ? "" : ": " + by.why()))
                .orElse(candidate.operator());
    }

    /** The name of measure {@code i}, with its unit where the axes are known. */
    static String measure(List<Axis> axes, int i) {
        return i < axes.size() ? axes.get(i).label() : "measure " + (i + 1);
    }

    /** A measure: the category's name where the axis has categories, the number otherwise. */
    static String measured(List<Axis> axes, int i, double measure) {
        if (i < axes.size() && axes.get(i).isCategorical()) {
            List<String> categories = axes.get(i).categories();
            int category = (int) measure;
            return category == measure && category >= 0 && category < categories.size()
                    ? categories.get(category)
                    : number(measure);
        }
        return number(measure);
    }

    /** One line per fact of an elite besides its solution. */
    static List<String> facts(Elite<?> elite, List<Axis> axes) {
        var facts = new ArrayList<String>();
        facts.add("objective " + number(elite.objective()));
        Measures measures = elite.measures();
        for (int i = 0; i < measures.size(); i++) {
            facts.add(measure(axes, i) + " " + measured(axes, i, measures.at(i)));
        }
        facts.add(elite.candidate() == Elite.BY_HAND ? "added by hand" : "candidate " + elite.candidate());
        return facts;
    }
}
