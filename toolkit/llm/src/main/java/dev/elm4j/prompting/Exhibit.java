package dev.elm4j.prompting;

import dev.elm4j.environment.Failure;
import dev.elm4j.operator.Proposal;
import dev.elm4j.text.AnswerLines;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How crossover shows its parents and reads the child.
 *
 * @param kind lines, texts or programs
 * @param form of texts and programs; lines are texts
 * @param chats whether it is a chat
 * @param rewrites whether the first parent is to be rewritten in the manner of the others
 */
record Exhibit(Kind kind, Form form, boolean chats, boolean rewrites) {

    enum Kind {
        LINES("lines", 120),
        TEXTS("texts", 1_000),
        PROGRAMS("programs", 1_200);

        /** In the names of prompts. */
        final String word;

        /** Characters of a child, roughly, where nobody set the tokens. */
        final int most;

        Kind(String word, int most) {
            this.word = word;
            this.most = most;
        }
    }

    Prompt prompt() {
        String name = "lmx-%s%s-%s".formatted(rewrites ? "rewrite-" : "", kind.word, chats ? "chat" : "continued");
        return Prompt.own(name + (marked() ? "-2.txt" : "-1.txt"));
    }

    /** Whether solutions are shown between marks. */
    boolean marked() {
        return chats && kind == Kind.TEXTS;
    }

    int most() {
        return chats && kind != Kind.LINES ? 4 * kind.most : kind.most;
    }

    /** What fills the places. */
    Map<String, String> values(List<String> parents, String task, Marks marks) {
        var values = new HashMap<String, String>();
        values.put("task", task.isEmpty() ? "" : task + "\n\n");
        values.put("language", form.language());
        values.put("tag", marks.tag());
        values.put("opening", opening(parents));
        if (kind == Kind.PROGRAMS && !chats) {
            var sections = sections(parents);
            values.put("task", form.commented(task));
            values.put("parents", sections.text());
            values.put("next", sections.next());
            return values;
        }
        String separator = separator(parents);
        List<String> alone = chats ? parents : List.of(); // a chat would read an empty paragraph
        values.put("parents", shown(parents, separator, marks));
        values.put("others", shown(parents.size() > 1 ? parents.subList(1, parents.size()) : alone, separator, marks));
        values.put("text", shown(parents.subList(0, 1), separator, marks));
        return values;
    }

    /** Programs to be continued; the one that is to be rewritten comes last. */
    private Sections sections(List<String> parents) {
        var programs = new ArrayList<>(parents);
        Collections.rotate(programs, rewrites ? -1 : 0);
        return Sections.of(form, programs);
    }

    /**
     * What a continued child begins with; of a text that is to be rewritten, the first line if it has several, or else the
     * first third of its words: so it keeps its subject, which a small model does not do when told.
     */
    private String opening(List<String> parents) {
        if (chats || kind != Kind.PROGRAMS && !rewrites) {
            return "";
        }
        if (kind == Kind.PROGRAMS) {
            return sections(parents).opening();
        }
        String text = Form.plain(parents.get(0)).strip();
        int line = kind == Kind.TEXTS ? text.indexOf('\n') : -1;
        String[] words = AnswerLines.flat(text).split(" ");
        return line > 0
                ? text.substring(0, line).stripTrailing()
                : String.join(" ", List.of(words).subList(0, (words.length + 2) / 3));
    }

    private String shown(List<String> parents, String separator, Marks marks) {
        if (kind == Kind.LINES) {
            List<String> lines = parents.stream()
                    .map(AnswerLines::flat)
                    .filter(line -> !line.isEmpty())
                    .toList();
            return String.join("\n", lines) + (chats || parents.isEmpty() ? "" : "\n");
        }
        if (chats) {
            return parents.stream().map(parent -> form.shown(parent, marks)).collect(Collectors.joining("\n\n"));
        }
        return parents.stream()
                .map(parent -> Form.plain(parent).strip() + "\n" + separator)
                .collect(Collectors.joining());
    }

    /** A line that no text has. */
    private static String separator(List<String> parents) {
        var signs = new StringBuilder("###");
        while (parents.stream().anyMatch(parent -> parent.contains(signs))) {
            signs.append('#');
        }
        return signs + "\n";
    }

    String tidy(String prompt) {
        return kind == Kind.PROGRAMS && !chats ? Sections.trimmed(prompt) : prompt;
    }

    List<String> stops(List<String> parents) {
        return switch (kind) {
            case LINES -> List.of("\n");
            case TEXTS -> List.of("\n" + separator(parents).strip(), "<|endoftext|>");
            case PROGRAMS -> sections(parents).stops();
        };
    }

    Proposal<String> read(Answer answer, List<String> parents, Prompt prompt, Marks marks) {
        Proposal<String> child = chats ? chatted(answer, marks) : continued(answer, parents, prompt);
        return rewrites ? form.changed(child, parents.get(0)) : child;
    }

    private Proposal<String> chatted(Answer answer, Marks marks) {
        if (kind != Kind.LINES) {
            return form.read(answer.text(), marks);
        }
        return Refusal.in(answer.text())
                ? Form.noSolution(answer.text(), "")
                : ChildLines.proposal(AnswerLines.first(answer.text()).orElse(""));
    }

    private Proposal<String> continued(Answer answer, List<String> parents, Prompt prompt) {
        if (kind == Kind.PROGRAMS) {
            return sections(parents).read(answer, prompt);
        }
        if (answer.cutOff()) {
            return Form.failed(Failure.CUT_OFF, "The text did not end within the token limit.");
        }
        if (answer.text().isBlank()) {
            return Form.failed(Failure.NO_SOLUTION, "The answer has no words.");
        }
        String text = opening(parents) + answer.text();
        return kind == Kind.LINES
                ? ChildLines.proposal(AnswerLines.flat(text))
                : Proposal.of(Form.plain(text).strip());
    }
}
