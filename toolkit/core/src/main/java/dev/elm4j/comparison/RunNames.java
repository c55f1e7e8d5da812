package dev.elm4j.comparison;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/** Names of runs, which must do as folders: {@code <base>-<arm>-<seed>}. */
final class RunNames {

    private static final int LONGEST = 64;
    private static final int LONGEST_ARM = 24;

    private RunNames() {}

    /** The arms' parts of the names, in their order, no two alike. */
    static List<String> ofArms(List<String> arms) {
        List<String> plain = arms.stream().map(RunNames::plain).toList();
        var taken = new HashSet<String>();
        var names = new ArrayList<String>();
        for (int i = 0; i < plain.size(); i++) {
            String name = isAlone(plain, i) ? plain.get(i) : plain.get(i) + "-" + (i + 1);
            while (!taken.add(name.toLowerCase(Locale.ROOT))) {
                name += "-" + (i + 1);
            }
            names.add(name);
        }
        return names;
    }

    private static boolean isAlone(List<String> plain, int i) {
        return plain.stream()
                        .filter(other -> other.equalsIgnoreCase(plain.get(i)))
                        .count()
                == 1;
    }

    /** Letters, digits and hyphens only; case-insensitive file systems are thought of by {@link #isAlone}. */
    private static String plain(String arm) {
        String plain = arm.replaceAll("[^A-Za-z0-9.]+", "-").replaceAll("^[-.]+|[-.]+$", "");
        return plain.isEmpty() ? "arm" : plain.substring(0, Math.min(LONGEST_ARM, plain.length()));
    }

    static String of(String base, String arm, long seed) {
        String end = "-%s-%d".formatted(arm, seed);
        return base.substring(0, Math.min(base.length(), LONGEST - end.length())) + end;
    }
}
