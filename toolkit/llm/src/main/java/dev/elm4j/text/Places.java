package dev.elm4j.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where some lines stand in a text, and if nowhere, where something like them does. */
final class Places {

    /** A line that stands at more places says nothing of where an edit belongs. */
    private static final int COMMON = 16;

    /** Share of characters from which a line is like another. */
    private static final double LIKE = 0.4;

    private final List<String> lines;
    private final List<String> stripped;
    private final Map<String, List<Integer>> occurrences = new HashMap<>();

    Places(List<String> lines) {
        this.lines = lines;
        this.stripped = lines.stream().map(String::stripTrailing).toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                occurrences
                        .computeIfAbsent(lines.get(i).strip(), line -> new ArrayList<>())
                        .add(i);
            }
        }
    }

    /** Where the hunk's lines stand, read in the strictest way that finds any. */
    List<Integer> of(Hunk hunk) {
        List<String> marked = hunk.before();
        List<String> unmarked = hunk.beforeUnmarked();
        List<Integer> places = find(lines, marked);
        places = places.isEmpty() ? find(lines, unmarked) : places;
        places = places.isEmpty() ? find(stripped, stripped(marked)) : places;
        return places.isEmpty() ? find(stripped, stripped(unmarked)) : places;
    }

    private static List<String> stripped(List<String> lines) {
        return lines.stream().map(String::stripTrailing).toList();
    }

    /** All starts of a run of lines, in time linear in both (Knuth, Morris, Pratt 1977). */
    private static List<Integer> find(List<String> text, List<String> pattern) {
        int[] borders = borders(pattern);
        var places = new ArrayList<Integer>();
        int matched = 0;
        for (int i = 0; i < text.size(); i++) {
            while (matched > 0 && !text.get(i).equals(pattern.get(matched))) {
                matched = borders[matched - 1];
            }
            matched += text.get(i).equals(pattern.get(matched)) ? 1 : 0;
            if (matched == pattern.size()) {
                places.add(i - matched + 1);
                matched = borders[matched - 1];
            }
        }
        return places;
    }

    private static int[] borders(List<String> pattern) {
        int[] borders = new int[pattern.size()];
        int border = 0;
        for (int i = 1; i < borders.length; i++) {
            while (border > 0 && !pattern.get(i).equals(pattern.get(border))) {
                border = borders[border - 1];
            }
            border += pattern.get(i).equals(pattern.get(border)) ? 1 : 0;
            borders[i] = border;
        }
        return borders;
    }

    /** Why the lines stand nowhere: the first that differs where most of them are, or else where the first is alike. */
    EditRefusal nowhere(int edit, List<String> pattern) {
        int start = start(pattern);
        for (int i = 0; start >= 0 && i < pattern.size(); i++) {
            if (start + i == lines.size()) {
                return refusal(edit, pattern.get(i), -1);
            }
            if (!stripped.get(start + i).equals(pattern.get(i).stripTrailing())) {
                return refusal(edit, pattern.get(i), start + i);
            }
        }
        String first =
                pattern.stream().filter(line -> !line.isBlank()).findFirst().orElse("");
        return refusal(edit, first, alike(first.strip()));
    }

    /** The start that puts most lines of the pattern upon equal ones, blanks aside; -1 if none does. */
    private int start(List<String> pattern) {
        var votes = new TreeMap<Integer, Integer>();
        for (int i = 0; i < pattern.size(); i++) {
            List<Integer> places = occurrences.getOrDefault(pattern.get(i).strip(), List.of());
            for (int place : places.size() > COMMON ? List.<Integer>of() : places) {
                if (place >= i) {
                    votes.merge(place - i, 1, Integer::sum);
                }
            }
        }
        int best = -1;
        for (var vote : votes.entrySet()) {
            best = best < 0 || vote.getValue() > votes.get(best) ? vote.getKey() : best;
        }
        return best;
    }

    private int alike(String wanted) {
        int best = -1;
        double most = LIKE;
        for (int i = 0; i < lines.size(); i++) {
            double share = shared(wanted, lines.get(i).strip());
            if (share > most) {
                most = share;
                best = i;
            }
        }
        return best;
    }

    /** Share of the longer text that is a common beginning or a common end. */
    private static double shared(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        int head = 0;
        while (head < shorter && one.charAt(head) == other.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head
                && one.charAt(one.length() - 1 - tail) == other.charAt(other.length() - 1 - tail)) {
            tail++;
        }
        return (head + tail) / (double) Math.max(1, Math.max(one.length(), other.length()));
    }

    private EditRefusal refusal(int edit, String expected, int at) {
        String wanted = "Edit %d expects the line %s, but ".formatted(edit, Excerpt.of(expected, 80));
        if (at < 0) {
            return new EditRefusal(edit, wanted + "the text has none like it there.", expected, "", 0);
        }
        String nearest = lines.get(at);
        String reason = wanted + "line %d is %s.".formatted(at + 1, Excerpt.of(nearest, 80));
        boolean blanks = expected.replaceAll("\\s", "").equals(nearest.replaceAll("\\s", ""));
        return new EditRefusal(
                edit, blanks ? reason + " They differ in blanks or tabs only." : reason, expected, nearest, at + 1);
    }
}
