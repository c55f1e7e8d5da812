package dev.elm4j.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines of a text that go, and those that come in their place.
 *
 * @param edit the number of the edit that makes it, from 1
 * @param from the first line that goes, from 0, or the one before which lines come
 * @param to the line after the last that goes
 * @param comes the new lines
 */
record LineChange(int edit, int from, int to, List<String> comes) {

    /** The changes of a hunk at its place: one for each run of lines between lines that stay. */
    static List<LineChange> of(int edit, Hunk hunk, int at) {
        var changes = new ArrayList<LineChange>();
        var comes = new ArrayList<String>();
        int from = at;
        int next = at;
        for (Hunk.Line line : hunk.lines()) {
            switch (line.kind()) {
                case COMES -> comes.add(line.text());
                case GOES -> next++;
                case STAYS -> {
                    changes.add(new LineChange(edit, from, next, List.copyOf(comes)));
                    comes.clear();
                    from = ++next;
                }
            }
        }
        changes.add(new LineChange(edit, from, next, List.copyOf(comes)));
        changes.removeIf(change -> change.from == change.to && change.comes.isEmpty());
        return changes;
    }

    /** Whether a change at the same place or after it concerns the same lines, or the same place between lines. */
    boolean clashes(LineChange next) {
        return next.from < to || next.from == from;
    }
}
