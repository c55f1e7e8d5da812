package dev.elm4j.prompting;

import dev.elm4j.environment.Failure;
import dev.elm4j.operator.Proposal;
import java.util.ArrayList;
import java.util.List;

/**
 * Programs one after the other, each under a comment {@code # Version n}, as a model that continues texts reads them and
 * goes on with the next.
 *
 * <p>The prompt ends with what the next one surely begins with, so never in a newline: after one, the newline and the
 * indentation, which are a single token, cannot come any more, and the small model writes no program at all.
 *
 * @param form of the programs
 * @param programs at least one, in their order
 * @param mark the comment sign, as often as needed for no program to have such a heading itself
 */
record Sections(Form form, List<String> programs, String mark) {

    private static final String HEADING = " Version";

    private static final List<String> SECOND_BLOCKS = List.of(
            "\ndef ", "\nclass ", "\n#", "\nprint", "\nif ", "\nfor ", "\nassert ", "\nimport ", "\nfrom ", "\n\"\"\"");

    static Sections of(Form form, List<String> solutions) {
        List<String> programs =
                solutions.stream().map(Form::plain).map(String::stripTrailing).toList();
        var mark = new StringBuilder(form.comment());
        while (programs.stream().anyMatch(program -> program.contains(mark + HEADING))) {
            mark.append(form.comment());
        }
        return new Sections(form, programs, mark.toString());
    }

    /** All of them with their headings, without a last line end. */
    String text() {
        var text = new ArrayList<String>();
        for (int i = 0; i < programs.size(); i++) {
            text.add(heading(i + 1) + "\n" + programs.get(i));
        }
        return String.join("\n\n", text);
    }

    /** The heading of the program that is to come. */
    String next() {
        return heading(programs.size() + 1);
    }

    private String heading(int number) {
        return mark + HEADING + " " + number;
    }

    /**
     * What the next program begins with: the first line that all have, if they have more, or else their first word; nothing
     * if they begin differently.
     */
    String opening() {
        String line = shared(programs.stream().map(Sections::firstLine).toList());
        return line.isEmpty()
                ? shared(programs.stream().map(Sections::firstWord).toList())
                : line;
    }

    private static String shared(List<String> beginnings) {
        return beginnings.stream().distinct().count() == 1 ? beginnings.get(0) : "";
    }

    private static String firstLine(String program) {
        int end = program.indexOf('\n');
        return end < 0 ? "" : program.substring(0, end).stripTrailing();
    }

    private static String firstWord(String program) {
        int end = program.indexOf(' ');
        return end <= 0 || program.substring(0, end).indexOf('\n') >= 0 ? "" : program.substring(0, end);
    }

    /** A prompt made of this, without line ends and blanks at its end. */
    static String trimmed(String prompt) {
        String trimmed = prompt.stripTrailing();
        return trimmed.isEmpty() ? "#" : trimmed;
    }

    /** Where the next program is surely over; of a single block, also where the usual second ones begin. */
    List<String> stops() {
        var stops = new ArrayList<>(List.of("\n" + mark + HEADING, "\n```", "<|endoftext|>"));
        if (single()) {
            stops.addAll(SECOND_BLOCKS);
        }
        return stops;
    }

    /** The program that a continuation makes, with its opening if the prompt ended in that. */
    Proposal<String> read(Answer answer, Prompt prompt) {
        String begun = prompt.places().contains("opening") ? opening() : "";
        String text = Form.plain(begun + answer.text());
        String whole = single() ? firstBlock(text) : text;
        boolean cutOff = answer.cutOff() && whole.length() == text.length();
        if (cutOff) {
            return Form.failed(Failure.CUT_OFF, "The program did not end within the token limit.");
        }
        String program = whole.replaceFirst("^(?:[ \\t]*+\\n)++", "").stripTrailing();
        return program.isEmpty() || program.equals(opening())
                ? Form.failed(Failure.NO_SOLUTION, "The answer has no program in it.")
                : Proposal.of(program);
    }

    /** Whether all programs are a single block of Python, such as one function: then the next is over where a second begins. */
    private boolean single() {
        boolean python = form.language().equals("python") || form.language().equals("py");
        return python
                && programs.stream().allMatch(program -> firstBlock(program).length() == program.length());
    }

    /** Up to the second line without indentation. */
    private static String firstBlock(String program) {
        int begin = 0;
        boolean open = false;
        while (begin < program.length()) {
            char first = program.charAt(begin);
            boolean top = "\n \t)]}".indexOf(first) < 0;
            if (top && open) {
                return program.substring(0, begin);
            }
            open |= top && "#@".indexOf(first) < 0;
            int end = program.indexOf('\n', begin);
            begin = end < 0 ? program.length() : end + 1;
        }
        return program;
    }
}
