package dev.elm4j.prompting;

import static java.util.Objects.requireNonNull;

import dev.elm4j.text.AnswerLines;
import dev.elm4j.text.Fingerprint;
import dev.elm4j.text.Template;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Short texts of which an operator draws one per candidate: mutation prompts, or messages of commits.
 *
 * <pre>{@code
 * Rewrite.of(model).instructions(Instructions.of("Make it shorter.", "Make it funny."));
 * Instructions.mutations().lines().size();      // 16
 * Instructions.mutations().draw(random);        // one of them, each with the same probability
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param lines at least one, none blank, each one line; one that is there twice is drawn twice as often
 * @see <a href="https://arxiv.org/abs/2309.16797">Fernando 2023, Promptbreeder</a>, for lists of mutation prompts
 */
public record Instructions(List<String> lines) {

    /** @throws IllegalArgumentException if there is none or one is blank */
    public Instructions {
        lines = lines.stream().map(AnswerLines::flat).toList();
        if (lines.isEmpty() || lines.contains("")) {
            throw new IllegalArgumentException(
                    "Instructions need at least one text and none that is blank, but were %s.".formatted(lines));
        }
    }

    /** These texts. */
    public static Instructions of(String... lines) {
        return new Instructions(List.of(lines));
    }

    /** The lines of a text file beside a class; blank ones, and those that begin with {@code #}, are passed over. */
    public static Instructions resource(Class<?> owner, String file) {
        return new Instructions(Template.resource(owner, file)
                .text()
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList());
    }

    /** Ways to rewrite a text, for {@link Rewrite}. */
    public static Instructions mutations() {
        return resource(Instructions.class, "mutations-1.txt");
    }

    /** Small changes of a program, for {@link ProgramMutation} and {@link ProgramEdits}. */
    public static Instructions programs() {
        return resource(Instructions.class, "program-changes-1.txt");
    }

    /** Messages of commits that change a program's behaviour, for {@link CommitMutation}. */
    public static Instructions commits() {
        return resource(Instructions.class, "commit-messages-1.txt");
    }

    /** One of them, each with the same probability. */
    public String draw(SplittableRandom random) {
        return lines.get(requireNonNull(random, "random").nextInt(lines.size()));
    }

    /** How many, and a hash of all. */
    String identity() {
        return lines.size() + " instructions (" + Fingerprint.of(String.join("\n", lines)) + ")";
    }

    /** One per line. */
    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}
