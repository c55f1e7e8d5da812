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

    private final SourceLines source;
    private final Places places;
    private final ProtectedRegions regions;
    private final List<ProtectedRegions.Lines> kept;
    private final List<LineChange> changes = new ArrayList<>();
    private final List<EditRefusal> refusals = new ArrayList<>();

    /** Whether the text ends in a line end when all edits are made. */
    private boolean ended;

    private Splice(SourceLines source, ProtectedRegions regions) {
        this.source = source;
        this.places = new Places(source.texts());
        this.regions = regions;
        this.kept = regions.in(source.texts());
        this.ended = source.ended();
    }

    static EditOutcome apply(List<Hunk> hunks, String text, ProtectedRegions regions) {
        var splice = new Splice(SourceLines.of(text), regions);
        for (int i = 0; i < hunks.size(); i++) {
            if (hunks.get(i).changes()) { // a block's two texts may be the same
                splice.place(i + 1, hunks.get(i));
            }
        }
        splice.changes.sort(Comparator.comparingInt(LineChange::from).thenComparingInt(LineChange::edit));
        splice.refuseClashes();
        splice.changes.forEach(splice::refuseProtected);
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
        if (before.isEmpty() && source.size() == 0) {
            put(edit, hunk, 0);
            return;
        }
        List<Integer> found = before.isEmpty() ? List.of() : places.of(hunk);
        if (found.size() == 1) {
            put(edit, hunk, found.get(0));
        } else if (found.contains(hunk.line() - 1)) {
            put(edit, hunk, hunk.line() - 1);
        } else if (before.stream().allMatch(String::isBlank)) {
            refusals.add(EditRefusal.of(
                    edit,
                    "Edit %d shows no line of the text, so it has no place. Show lines around it.".formatted(edit)));
        } else {
            refusals.add(found.isEmpty() ? places.nowhere(edit, before) : ambiguous(edit, found));
        }
    }

    private static EditRefusal ambiguous(int edit, List<Integer> found) {
        String lines = found.stream()
                .limit(SHOWN)
                .map(place -> String.valueOf(place + 1))
                .collect(Collectors.joining(", ", "", found.size() > SHOWN ? ", \u2026" : ""));
        return EditRefusal.of(
                edit,
                "Edit %d fits at %d places (lines %s). Show more lines around it."
                        .formatted(edit, found.size(), lines));
    }

    private void put(int edit, Hunk hunk, int at) {
        changes.addAll(LineChange.of(edit, hunk, at));
        if (at + hunk.before().size() == source.size()) {
            ended = ended(hunk, ended);
        }
    }

    /** Whether the text ends in a line end after a hunk that reaches its end. */
    private static boolean ended(Hunk hunk, boolean otherwise) {
        List<Hunk.Line> after = hunk.lines().stream()
                .filter(line -> line.kind() != Hunk.Kind.GOES)
                .toList();
        boolean endless = !after.isEmpty() && !after.get(after.size() - 1).ends();
        return !endless && (otherwise || hunk.lines().stream().anyMatch(line -> !line.ends()));
    }

    private void refuseClashes() {
        for (int i = 1; i < changes.size(); i++) {
            LineChange one = changes.get(i - 1);
            LineChange other = changes.get(i);
            if (one.clashes(other)) {
                int first = Math.min(one.edit(), other.edit());
                int second = Math.max(one.edit(), other.edit());
                refusals.add(EditRefusal.of(
                        second,
                        "Edits %d and %d change the same lines, from line %d on. Make them one edit."
                                .formatted(first, second, other.from() + 1)));
            }
        }
    }

    private void refuseProtected(LineChange change) {
        Optional<ProtectedRegions.Lines> touched = kept.stream()
                .filter(lines -> lines.touchedBy(change.from(), change.to()))
                .findFirst();
        int edit = change.edit();
        if (touched.isPresent()) {
            String lines = touched.get().shown(source.size());
            refusals.add(EditRefusal.of(edit, "Edit %d changes protected lines (%s).".formatted(edit, lines)));
        } else if (change.comes().stream().anyMatch(regions::isMark)) {
            refusals.add(
                    EditRefusal.of(edit, "Edit %d brings a mark of a protected region into the text.".formatted(edit)));
        }
    }

    private String result() {
        var texts = new ArrayList<String>();
        var ends = new ArrayList<String>();
        String newline = source.newline();
        int next = 0;
        for (LineChange change : changes) {
            texts.addAll(source.texts().subList(next, change.from()));
            ends.addAll(source.ends().subList(next, change.from()));
            for (String line : change.comes()) {
                texts.add(line);
                ends.add(newline);
            }
            next = change.to();
        }
        texts.addAll(source.texts().subList(next, source.size()));
        ends.addAll(source.ends().subList(next, source.size()));
        return joined(texts, ends);
    }

    private String joined(List<String> texts, List<String> ends) {
        var text = new StringBuilder();
        String newline = source.newline();
        int last = texts.size() - 1;
        for (int i = 0; i <= last; i++) {
            text.append(texts.get(i));
            if (i < last || ended) {
                text.append(ends.get(i).isEmpty() ? newline : ends.get(i));
            }
        }
        return text.toString();
    }
}
