package dev.elm4j.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The items of a list whose first lines are marked alike: by numbers, bullets, letters or words such as "Option A:". */
final class MarkedItems {

    private enum Kind {
        WORD(
                "[#*_\\s]{0,8}(?:option|candidate|version|variant|variation|alternative|example|answer|suggestion|idea|text|sentence)"
                        + "\\s#?(?:\\d{1,3}|[A-Za-z])\\b[*_]{0,3}\\s?[:.)-]?[*_]{0,3}(?=\\s|$)\\s*"),
        NUMBER("[#*_\\s]{0,8}\\(?#?\\d{1,3}(?:[.):]|\\s-)[*_]{0,3}(?:\\s+|(?=[\"'\u201c\u2018*])|$)"),
        LETTER("\\s{0,3}[*_]{0,2}\\(?[A-Za-z][).:][*_]{0,2}\\s+"),
        BULLET("\\s*[-*+\u2022\u2013\u2014](?:\\s+|$)");

        private final Pattern pattern;

        Kind(String pattern) {
            this.pattern = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
        }

        Optional<Integer> end(String line) {
            Matcher matcher = pattern.matcher(line);
            return matcher.lookingAt() ? Optional.of(matcher.end()) : Optional.empty();
        }
    }

    private static final int FEWEST = 2;

    private final List<String> items = new ArrayList<>();
    private List<String> current;

    /** Whether the item's mark stood on a line of its own: then empty lines within it do not end it. */
    private boolean headed;

    private MarkedItems() {}

    /** The items, without their marks; none if fewer than two lines are marked alike. */
    static List<String> of(List<String> lines) {
        for (Kind kind : Kind.values()) {
            int indent = lines.stream()
                    .filter(line -> kind.end(line).isPresent())
                    .mapToInt(Plain::indent)
                    .min()
                    .orElse(0);
            List<Boolean> marks = lines.stream()
                    .map(line ->
                            Plain.indent(line) <= indent + 1 && kind.end(line).isPresent())
                    .toList();
            if (marks.stream().filter(mark -> mark).count() >= FEWEST) {
                return new MarkedItems().read(lines, marks, kind);
            }
        }
        return List.of();
    }

    static boolean none(List<String> lines) {
        return of(lines).isEmpty();
    }

    private List<String> read(List<String> lines, List<Boolean> marks, Kind kind) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (marks.get(i)) {
                finish();
                String rest = line.substring(kind.end(line).orElseThrow());
                current = new ArrayList<>(List.of(rest));
                headed = rest.isBlank();
            } else if (current != null) {
                boolean over = line.isBlank() && !headed && !continues(lines, i);
                if (over) {
                    finish();
                } else {
                    current.add(line.strip());
                }
            }
        }
        finish();
        return items;
    }

    /** Whether the next line that is not blank is indented, as a paragraph of an item is. */
    private static boolean continues(List<String> lines, int blank) {
        int next = blank;
        while (next < lines.size() && lines.get(next).isBlank()) {
            next++;
        }
        return next < lines.size() && next - blank < 3 && Plain.indent(lines.get(next)) > 0;
    }

    private void finish() {
        if (current != null) {
            items.add(Plain.joined(current));
        }
        current = null;
    }
}
