package dev.elm4j.text;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A program in a model's answer.
 *
 * <pre>{@code
 * String answer = "Sure!\n```python\ndef f(x):\n    return x\n```\nHope it helps.";
 * CodeBlock.program(answer, "python").orElseThrow().code();     // "def f(x):\n    return x"
 * CodeBlock.all(answer).size();                                 // 1
 * CodeBlock.program("I cannot do that.", "python").isEmpty();   // no code in it
 * }</pre>
 *
 * <p>Fences are those of Markdown ({@code ```} and {@code ~~~}), read as models write them: indented, closed at the end of
 * a line of code, never closed, opened by the prompt, within a docstring, one within another (the outer is one block). An
 * answer without a fence is a program if a third of its lines look like one once prose before and after is gone.
 *
 * <p>Reasoning in tags such as {@code <think>} that opens the answer is passed over.
 *
 * <p>Of the code, line ends become newlines, blank lines at both ends and the last line end are dropped, and indentation
 * stays. A no-break space becomes a blank where no quote precedes it on its line. Curly quotes stay: within a string they
 * may be meant, outside of it the compiler's message is the better teacher. Halves of surrogate pairs become question marks.
 *
 * <p>Immutable; all methods are pure.
 *
 * @param code the program
 * @param language what the fence says, by its usual name in small letters ({@code python} for {@code py}), or empty
 * @param file the file's name in the fence or on the line before it, or empty
 * @param cutOff whether it was never closed; without fences, whether a bracket is open at the end or the last line asks
 *     for more
 * @see <a href="https://spec.commonmark.org/0.31.2/#fenced-code-blocks">CommonMark 0.31.2, fenced code blocks</a>
 */
public record CodeBlock(String code, String language, String file, boolean cutOff) {

    /** Checks. */
    public CodeBlock {
        requireNonNull(code, "code");
        requireNonNull(language, "language");
        requireNonNull(file, "file");
    }

    /** All blocks of an answer in their order, the first 64 at most; if there is no fence, the answer's code if any. */
    public static List<CodeBlock> all(String answer) {
        requireNonNull(answer, "answer");
        List<String> lines = Plain.lines(Thoughts.dropped(Plain.text(answer)).text());
        List<CodeBlock> blocks = FencedBlocks.of(lines).stream()
                .map(FencedBlock::code)
                .filter(block -> !block.code.isEmpty())
                .toList();
        return blocks.isEmpty() ? BareCode.of(inline(lines)).stream().toList() : blocks;
    }

    /**
     * The one block that is the program: of those in the language (else those without one, else all), closed ones before
     * those cut off, the last that is at least half as long as the longest. So a draft gives way to its correction, and an
     * example of use at the end does not replace the program.
     *
     * @param language its name or a usual short form, such as {@code py}; blank for any
     * @return empty if the answer has no code
     */
    public static Optional<CodeBlock> program(String answer, String language) {
        String asked = FenceInfo.canonical(requireNonNull(language, "language"));
        List<CodeBlock> blocks = all(answer).stream()
                .flatMap(block -> block.language.equals("markdown") && !asked.equals("markdown")
                        ? inner(block).stream()
                        : Stream.of(block))
                .toList();
        List<CodeBlock> fitting = asked.isEmpty() ? blocks : fitting(blocks, asked);
        List<CodeBlock> closed = fitting.stream().filter(block -> !block.cutOff).toList();
        return last(closed.isEmpty() ? fitting : closed);
    }

    private static List<CodeBlock> inner(CodeBlock markdown) {
        List<CodeBlock> blocks = FencedBlocks.of(Plain.lines(markdown.code)).stream()
                .map(FencedBlock::code)
                .toList();
        return blocks.isEmpty() ? List.of(markdown) : blocks;
    }

    private static List<CodeBlock> fitting(List<CodeBlock> blocks, String asked) {
        for (String language : List.of(asked, "")) {
            List<CodeBlock> some = blocks.stream()
                    .filter(block -> block.language.equals(language))
                    .toList();
            if (!some.isEmpty()) {
                return some;
            }
        }
        return blocks;
    }

    private static Optional<CodeBlock> last(List<CodeBlock> blocks) {
        int longest =
                blocks.stream().mapToInt(block -> block.code.length()).max().orElse(0);
        return blocks.stream()
                .filter(block -> block.code.length() * 2L >= longest)
                .reduce((earlier, later) -> later);
    }

    /** An answer that is one line between marks, as a model quotes a short expression. */
    private static List<String> inline(List<String> lines) {
        String text = Plain.joined(lines).strip();
        int marks = 0;
        while (marks < 3 && marks < text.length() / 2 && text.charAt(marks) == '`') {
            marks++;
        }
        boolean quoted = marks > 0 && text.indexOf('\n') < 0 && text.endsWith("`".repeat(marks));
        return quoted ? List.of(text.substring(marks, text.length() - marks)) : lines;
    }
}
