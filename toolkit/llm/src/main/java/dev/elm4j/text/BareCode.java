package dev.elm4j.text;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Code that no fence marks: what is left of an answer when prose before and after it is taken off. */
final class BareCode {

    /** A line that only a program has: a keyword and its shape, an ending, an assignment, a call. */
    private static final Pattern CODE = Pattern.compile("(?:async\\s+)?def\\s+\\w+\\s*\\(.*"
            + "|class\\s+\\w+\\s*[:({<].*|class\\s+\\w+\\s+(?:extends|implements)\\b.*"
            + "|import\\s+[\\w.*{},\\s]+(?:;|\\bas\\s+\\w+|\\bfrom\\b.*)?|from\\s+[\\w.]+\\s+import\\b.*"
            + "|(?:public|private|protected|static|final|package|using|namespace|pub|fn|func|function|const|let|var)\\s+[\\w<].*"
            + "|#(?:include|define|!).*|@\\w+(?:\\(.*\\))?|return\\b\\s*[\\w\\[({\"'-].*|(?:pass|break|continue|return|else:|try:)"
            + "|(?:if|elif|for|while|with|except|match|case)\\b(?! example).*[:{]|\"\"\".*|'''.*|//.*|/\\*.*"
            + "|.*[;{}]|[})\\]]+[;,]?|.*\\):"
            + "|[\\w.\\[\\]\"', ]{1,80}\\s*[-+*/%|&^]?=\\s*[^=\\s].*|[\\w.]+\\(.*\\)");

    private static final Pattern PROSE = Pattern.compile("(?:[*>#\\d.)-]+\\s+)?[\"'*(\u201c]*\\p{L}.*\\s.*");

    private static final int FEWEST_WORDS = 3;

    private BareCode() {}

    /** The code, or empty if fewer than a third of the lines that are left look like some. */
    static Optional<CodeBlock> of(List<String> lines) {
        int from = 0;
        int to = lines.size();
        while (from < to && skipped(lines.get(from))) {
            from++;
        }
        while (to > from && skipped(lines.get(to - 1))) {
            to--;
        }
        List<String> left = lines.subList(from, to);
        long code = left.stream().filter(BareCode::code).count();
        long filled = left.stream().filter(line -> !line.isBlank()).count();
        if (code == 0 || code * 3 < filled) {
            return Optional.empty();
        }
        String text = Plain.joined(CodeLines.breakable(left));
        return Optional.of(new CodeBlock(text, "", "", Brackets.unfinished(text)));
    }

    private static boolean skipped(String line) {
        return line.isBlank() || prose(line) && !code(line);
    }

    private static boolean prose(String line) {
        return Plain.indent(line) == 0
                && line.length() <= Plain.LONGEST_MARK * 8
                && (AnswerLines.words(line) >= FEWEST_WORDS || line.endsWith(":") || line.endsWith("!"))
                && PROSE.matcher(line + " ").matches();
    }

    private static boolean code(String line) {
        String stripped = line.strip();
        return stripped.length() <= Plain.LONGEST_MARK && CODE.matcher(stripped).matches();
    }
}
