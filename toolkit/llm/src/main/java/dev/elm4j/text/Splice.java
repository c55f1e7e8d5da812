package dev.elm4j.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts hunks into a text: finds the one place of each, refuses what is in doubt, and makes all of them or none. */
final class Splice {

    /** How many places a refusal names. */
    private static final int SHOWN = 5;

    /**
     * A hunk at its place.
     *
     * @param edit its number, from 1
     * @param at the line of the text, from 0, that its first line stands on
     */
    private record Placed(int edit, Hunk hunk, int at) {

        /** The first line that goes, or before which lines come. */
        int from() {
            int same = 0;
            while (hunk.lines().get(same).kind() == Hunk.Kind.STAYS) {
                same++;
            }
            return at + same;
        }

        /** The line after the last that goes, or before which lines come. */
        int to() {
            int same = 0;
            while (hunk.lines().get(hunk.lines().size() - 1 - same).kind() == Hunk.Kind.STAYS) {
                same++;
            }
            return end() - same;
        }

        int end() {
            return at + hunk.before().size();
        }
    }

    private final SourceLines source;
    private final Places places;
    private final List<ProtectedRegions.Lines> kept;
    private final ProtectedRegions regions;
    private final List<Placed> placed = new ArrayList<>();
    private final List<EditRefusal> refusals = new ArrayList<>();

    private Splice(SourceLines source, ProtectedRegions regions) {
        this.source = source;
        this.places = new Places(source.texts());
        this.regions = regions;
        this.kept = regions.in(source.texts());
    }

    static EditOutcome apply(List<Hunk> hunks, String text, ProtectedRegions regions) {
        var splice = new Splice(SourceLines.of(text), regions);
        for (int i = 0; i < hunks.size(); i++) {
            splice.place(i + 1, hunks.get(i));
        }
        splice.placed.sort(Comparator.comparingInt(Placed::from).thenComparingInt(Placed::edit));
        splice.refuseOverlaps();
        splice.placed.forEach(splice::refuseProtected);
        if (!splice.refusals.isEmpty()) {
            splice.refusals.sort(Comparator.comparingInt(EditRefusal::edit));
            return new EditOutcome.NotApplied(splice.refusals);
        }
        String result = splice.result();
        return result.equals(Plain.wellFormed(text))
                ? new EditOutcome.Unchanged()
                : new EditOutcome.Applied(result, hunks.size());
    }

    private void place(int edit, Hunk hunk) {
        List<String> before = hunk.before();
        if (!hunk.changes()) {
            return; // a block whose two texts are the same
        }
        if (before.stream().allMatch(String::isBlank)) {
            placeInEmpty(edit, hunk, before);
            return;
        }
        List<Integer> found = places.of(hunk);
        if (found.isEmpty()) {
            refusals.add(places.nowhere(edit, before));
        } else if (found.size() == 1 || found.contains(hunk.line() - 1)) {
            placed.add(new Placed(edit, hunk, found.size() == 1 ? found.get(0) : hunk.line() - 1));
        } else {
            refusals.add(EditRefusal.of(
                    edit,
                    "Edit %d fits at %d places (lines %s). Show more lines around it."
                            .formatted(edit, found.size(), shown(found))));
        }
    }

    /** An edit that shows nothing of the text has a place in an empty text alone. */
    private void placeInEmpty(int edit, Hunk hunk, List<String> before) {
        List<Integer> found = before.isEmpty() ? List.of() : places.of(hunk);
        if (source.size() == 0 && before.isEmpty()) {
            placed.add(new Placed(edit, hunk, 0));
        } else if (found.size() == 1 || found.contains(hunk.line() - 1)) {
            placed.add(new Placed(edit, hunk, found.size() == 1 ? found.get(0) : hunk.line() - 1));
        } else {
            refusals.add(EditRefusal.of(
                    edit,
                    "Edit %d shows no line of the text, so it has no place. Show lines around it.".formatted(edit)));
        }
    }

    private static String shown(List<Integer> places) {
        String lines = places.stream()
                .limit(SHOWN)
                .map(place -> String.valueOf(place + 1))
                .collect(Collectors.joining(", "));
        return places.size() > SHOWN ? lines + ", \u2026" : lines;
    }

    private void refuseOverlaps() {
        for (int i = 1; i < placed.size(); i++) {
            Placed one = placed.get(i - 1);
            Placed other = placed.get(i);
            if (other.from() < one.to() || other.from() == one.from()) {
                refusals.add(EditRefusal.of(
                        Math.max(one.edit(), other.edit()),
                        "Edits %d and %d change the same lines, from line %d on. Make them one edit."
                                .formatted(
                                        Math.min(one.edit(), other.edit()),
                                        Math.max(one.edit(), other.edit()),
                                        other.from() + 1)));
            }
        }
    }

    private void refuseProtected(Placed edit) {
        Optional<ProtectedRegions.Lines> touched = kept.stream()
                .filter(lines -> lines.touchedBy(edit.from(), edit.to()))
                .findFirst();
        touched.ifPresent(lines -> refusals.add(EditRefusal.of(
                edit.edit(),
                "Edit %d changes protected lines (%s).".formatted(edit.edit(), lines.shown(source.size())))));
        boolean marks = edit.hunk().lines().stream()
                .anyMatch(line -> line.kind() == Hunk.Kind.COMES && regions.isMark(line.text()));
        if (marks && touched.isEmpty()) {
            refusals.add(EditRefusal.of(
                    edit.edit(), "Edit %d brings a mark of a protected region into the text.".formatted(edit.edit())));
        }
    }

    private String result() {
        var texts = new ArrayList<String>();
        var ends = new ArrayList<String>();
        int next = 0;
        boolean ended = source.ended();
        for (Placed edit : placed) {
            copy(next, edit.at(), texts, ends);
            next = Math.max(next, edit.at());
            next = write(edit, next, texts, ends);
            ended = edit.end() == source.size() ? ended(edit.hunk(), ended) : ended;
        }
        copy(next, source.size(), texts, ends);
        return joined(texts, ends, ended);
    }

    private void copy(int from, int to, List<String> texts, List<String> ends) {
        if (from < to) {
            texts.addAll(source.texts().subList(from, to));
            ends.addAll(source.ends().subList(from, to));
        }
    }

    /** Writes a hunk from the line on that no earlier one has written, and says which line comes next. */
    private int write(Placed edit, int written, List<String> texts, List<String> ends) {
        int at = edit.at();
        for (Hunk.Line line : edit.hunk().lines()) {
            if (line.kind() == Hunk.Kind.COMES) {
                texts.add(line.text());
                ends.add(source.newline());
            } else {
                if (line.kind() == Hunk.Kind.STAYS && at >= written && at < edit.to()) {
                    copy(at, at + 1, texts, ends);
                }
                at++;
            }
        }
        return edit.to();
    }

    /** Whether the text ends in a line end after a hunk that reaches its end. */
    private static boolean ended(Hunk hunk, boolean otherwise) {
        List<Hunk.Line> after = hunk.lines().stream()
                .filter(line -> line.kind() != Hunk.Kind.GOES)
                .toList();
        if (!after.isEmpty() && !after.get(after.size() - 1).ends()) {
            return false;
        }
        return otherwise || hunk.lines().stream().anyMatch(line -> !line.ends());
    }

    private String joined(List<String> texts, List<String> ends, boolean ended) {
        var text = new StringBuilder();
        int last = texts.size() - 1;
        for (int i = 0; i <= last; i++) {
            String end = ends.get(i).isEmpty() ? source.newline() : ends.get(i);
            text.append(texts.get(i)).append(i < last || ended ? end : "");
        }
        return Plain.wellFormed(text.toString());
    }
}
