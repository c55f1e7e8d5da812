package dev.elm4j.prompting;

import static java.util.Objects.requireNonNull;

import dev.elm4j.environment.Failure;
import dev.elm4j.operator.Proposal;
import dev.elm4j.text.AnswerLines;
import dev.elm4j.text.AnswerText;
import dev.elm4j.text.CodeBlock;
import dev.elm4j.text.Excerpt;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a solution is: how a chat model is shown it and how it is read out of an answer.
 *
 * @param language of a program; empty for a plain text
 */
record Form(String language) {

    static final Form TEXT = new Form("");

    private static final int SHOWN = 80;
    private static final Set<String> HASHES =
            Set.of("python", "py", "ruby", "shell", "bash", "sh", "perl", "r", "yaml");

    static Form program(String language) {
        if (!requireNonNull(language, "language").matches("[\\w+#.-]+")) {
            throw new IllegalArgumentException("A language is a single word, such as python or java, but was %s."
                    .formatted(Excerpt.of(language, SHOWN)));
        }
        return new Form(language);
    }

    boolean text() {
        return language.isEmpty();
    }

    /** What opens a comment to the end of a line. */
    String comment() {
        return HASHES.contains(language.toLowerCase(Locale.ROOT)) || text() ? "#" : "//";
    }

    /** With line ends that are newlines, and question marks for halves of surrogate pairs. */
    static String plain(String solution) {
        var text = new String(solution.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** A text between marks, a program in a fence that nothing in it closes. */
    String shown(String solution, Marks marks) {
        return text() ? marks.around(plain(solution).strip()) : fenced(language, solution);
    }

    /** A program in a fence that nothing in it closes. */
    static String fenced(String language, String program) {
        String plain = plain(program);
        var fence = new StringBuilder("```");
        while (plain.contains(fence)) {
            fence.append('`');
        }
        return fence + language + "\n" + plain.stripTrailing() + "\n" + fence;
    }

    /** A text as comments, and an empty line; nothing of a blank one. */
    String commented(String text) {
        String lines =
                text.lines().map(line -> (comment() + " " + line).strip()).collect(Collectors.joining("\n"));
        return text.isBlank() ? "" : lines + "\n\n";
    }

    /** The solution in a chat's answer, or why there is none. */
    Proposal<String> read(String answer, Marks marks) {
        return text() ? readText(answer, marks) : readProgram(answer);
    }

    private static Proposal<String> readText(String answer, Marks marks) {
        AnswerText text = marks.within(answer);
        if (Refusal.in(text.text())) {
            return refused(answer);
        }
        if (text.text().isBlank()) {
            return failed(Failure.NO_SOLUTION, "The answer has no text: " + Excerpt.of(answer, SHOWN));
        }
        return text.cutOff()
                ? failed(Failure.CUT_OFF, "The answer ends in the middle of the text.")
                : Proposal.of(text.text());
    }

    /** The program in a chat's answer, or why there is none. */
    Proposal<String> readProgram(String answer) {
        Optional<CodeBlock> block = CodeBlock.program(answer, language);
        if (block.isEmpty() || block.get().code().isBlank()) {
            return noSolution(answer, "The answer has no program in it: " + Excerpt.of(answer, SHOWN));
        }
        return block.get().cutOff()
                ? failed(Failure.CUT_OFF, "The answer ends in the middle of the program.")
                : Proposal.of(block.get().code());
    }

    /** Of an answer without solution: refused if it says so. */
    static Proposal<String> noSolution(String answer, String reason) {
        return Refusal.in(answer) ? refused(answer) : failed(Failure.NO_SOLUTION, reason);
    }

    static Proposal<String> failed(String kind, String reason) {
        return Proposal.failed(new Failure(kind, reason));
    }

    /** The proposal, or a failure if it is the parent again. */
    Proposal<String> changed(Proposal<String> proposal, String parent) {
        if (proposal instanceof Proposal.Solved<String> solved && same(solved.solution(), parent)) {
            return failed(FailureKinds.UNCHANGED, "The answer is the parent again.");
        }
        return proposal;
    }

    private boolean same(String one, String other) {
        return text()
                ? AnswerLines.flat(one).equals(AnswerLines.flat(other))
                : trimmed(one).equals(trimmed(other));
    }

    /** Blanks at the ends of lines and blank lines at both ends mean nothing. */
    private static String trimmed(String program) {
        String lines = plain(program).lines().map(String::stripTrailing).collect(Collectors.joining("\n"));
        return lines.replaceFirst("^\\n+", "").stripTrailing();
    }

    private static Proposal<String> refused(String answer) {
        return failed(Failure.REFUSED, "The model refused: " + Excerpt.of(answer, SHOWN));
    }
}
