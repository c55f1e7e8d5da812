package dev.elm4j.text;

import static java.util.Objects.requireNonNull;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Prompts and answers of models that were trained on commits: a file, a message, and the diff that the model writes.
 *
 * <pre>{@code
 * String prompt = CommitDiff.prompt("walker.py", "def f():\n    return 1", "Return 2 instead.");
 * CommitDiff.edits("@@ -1,2 +1,2 @@\n def f():\n-    return 1\n+    return 2\n<|endoftext|><NME> other.py");
 * }</pre>
 *
 * <p>The form is that of the diff models of CarperAI, which OpenELM used: {@code <NME> name}, {@code <BEF> text before},
 * {@code <MSG> message} and {@code <DFF> diff}, each on a new line. Lehman 2022 described the idea with a form of its own.
 *
 * @see <a href="https://arxiv.org/abs/2206.08896">Lehman 2022, Evolution through Large Models</a>
 * @see <a href="https://carper.ai/diff-models-a-new-way-to-edit-code/">CarperAI 2023, Diff models</a>
 */
public final class CommitDiff {

    /** Where a diff is over: an end mark of a model, or the beginning of another commit. */
    private static final Pattern END =
            Pattern.compile("<\\|endoftext\\|>|<\\|im_end\\|>|<\\|end\\|>|<\\|eot_id\\|>|</s>|(?m:^)<(?:NME|BEF|MSG)>");

    private static final Pattern BEGIN = Pattern.compile("(?m:^)<DFF>[ \\n]?");

    private CommitDiff() {}

    /** The beginning of a commit, up to where the diff is due; name and message become one line each. */
    public static String prompt(String file, String before, String message) {
        requireNonNull(before, "before");
        return "<NME> %s\n<BEF> %s\n<MSG> %s\n<DFF>"
                .formatted(AnswerLines.flat(file), Plain.text(before), AnswerLines.flat(message));
    }

    /** A whole commit, to be put before a prompt as an example. */
    public static String example(String file, String before, String message, String diff) {
        return prompt(file, before, message) + " " + Plain.text(diff).strip() + "\n";
    }

    /** The edits of an answer, up to its first end mark; an answer may repeat the commit before its diff. */
    public static Parsed<Edits> edits(String answer) {
        String text = Plain.text(requireNonNull(answer, "answer"));
        Matcher begin = BEGIN.matcher(text);
        String diff = begin.find() ? text.substring(begin.end()) : text.stripLeading();
        Matcher end = END.matcher(diff);
        return Edits.in(end.find() ? diff.substring(0, end.start()) : diff);
    }
}
