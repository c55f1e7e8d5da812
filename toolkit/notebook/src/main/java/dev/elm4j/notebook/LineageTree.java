package dev.elm4j.notebook;

import dev.elm4j.plot.Escape;
import dev.elm4j.search.Commit;
import java.util.HashSet;
import java.util.Set;

/** A lineage as a tree, from the elite to the seeds. */
final class LineageTree {

    private static final int COLUMNS = 80;

    /** Deeper ancestors are left out of the drawing; {@link Lineage#commits} has them. */
    private static final int DEPTH = 12;

    private final Lineage lineage;
    private final Set<Long> drawn = new HashSet<>();
    private final StringBuilder out = new StringBuilder();

    LineageTree(Lineage lineage) {
        this.lineage = lineage;
    }

    String text() {
        text(lineage.candidate(), 0);
        return out.toString().stripTrailing();
    }

    private void text(long number, int depth) {
        Commit<?> commit = lineage.commits().get(number);
        String line = "  ".repeat(depth) + "#" + number + " " + Escape.line(label(commit)) + " "
                + Escape.line(solution(commit));
        boolean again = !drawn.add(number);
        out.append(line, 0, line.offsetByCodePoints(0, Math.min(line.codePointCount(0, line.length()), COLUMNS)))
                .append('\n');
        if (!again && depth < DEPTH) {
            commit.candidate().parents().forEach(parent -> text(parent, depth + 1));
        }
    }

    String html() {
        out.append("<ul style=\"list-style:none;padding-left:0\">");
        html(lineage.candidate(), 0);
        return out.append("</ul>").toString();
    }

    private void html(long number, int depth) {
        Commit<?> commit = lineage.commits().get(number);
        boolean again = !drawn.add(number);
        out.append("<li><b>#").append(number).append("</b> ");
        out.append(Escape.isolated(label(commit))).append(": ").append(Escape.isolated(solution(commit)));
        if (again) {
            out.append(" (above)");
        } else {
            unfold("prompt", commit.candidate().proposal().prompt());
            unfold("answer", commit.candidate().proposal().answer());
            if (depth < DEPTH && !commit.candidate().parents().isEmpty()) {
                out.append("<ul style=\"list-style:none\">");
                commit.candidate().parents().forEach(parent -> html(parent, depth + 1));
                out.append("</ul>");
            }
        }
        out.append("</li>");
    }

    private void unfold(String what, String text) {
        if (!text.isEmpty()) {
            out.append("<details><summary>").append(what).append("</summary><pre>");
            out.append(Escape.html(text)).append("</pre></details>");
        }
    }

    /** Who made it and what became of it. */
    private static String label(Commit<?> commit) {
        String score = commit.evaluation() instanceof dev.elm4j.environment.Score found
                ? ", %.3g".formatted(found.objective())
                : "";
        String by = commit.candidate()
                .injection()
                .map(injection ->
                        " by " + injection.author() + (injection.why().isBlank() ? "" : " (" + injection.why() + ")"))
                .orElse("");
        return commit.candidate().operator() + by + ", " + commit.word() + score;
    }

    private static String solution(Commit<?> commit) {
        return Tables.solved(commit.candidate().proposal()).map(Tables::text).orElse("no solution");
    }
}
