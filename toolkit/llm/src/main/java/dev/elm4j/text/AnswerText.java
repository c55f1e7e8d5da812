package dev.elm4j.text;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is kept of a model's answer when a text of several lines was asked for: a rewritten text, a prompt.
 *
 * <pre>{@code
 * AnswerText.of("Sure! Here is the rewritten text:\n\n\"The soup was hot.\"\n\nI hope this helps!").text();   // "The soup was hot."
 * AnswerText.of("<think>Hm, soup.").cutOff();                                                                // true
 * AnswerText.tagged("I will be brief. <answer>Hot soup.</answer>", "answer").text();                         // "Hot soup."
 * }</pre>
 *
 * <p>The rule: when in doubt, the text stays. Taken off are, again and again until nothing changes: reasoning in tags such
 * as {@code <think>} that opens the answer; lines before the text that greet or name the task, and paragraphs after it that
 * speak of the task ("I hope this helps", "Note: I kept the tone", "Key changes:"); a tag such as {@code <answer>}, a fence,
 * quotes, bold marks or marks of quotation that are around all of it. "Here is what happened:" stays, and so does anything
 * else that a text may begin or end with.
 *
 * @param text without blank lines at its ends; empty if nothing but reasoning came
 * @param cutOff whether the answer surely ends in the middle: a tag or a fence is open, or the last character is a comma or
 *     an opening bracket; the model's own finish reason knows better
 */
public record AnswerText(String text, boolean cutOff) {

    private static final Pattern TAGGED = Pattern.compile(
            "\\s*+<(answer|final_answer|final|output|result|response|text|rewrite|rewritten|rewritten_text|revised|revised_text"
                    + "|new_text|prompt|new_prompt|improved_prompt|solution)>",
            Pattern.CASE_INSENSITIVE);

    private static final String[] PAIRS = {
        "\"\"", "\u201c\u201d", "\u2018\u2019", "\u00ab\u00bb", "\u201e\u201c", "\u300c\u300d", "''", "``"
    };

    /** Checks. */
    public AnswerText {
        requireNonNull(text, "text");
    }

    /** The text of an answer. */
    public static AnswerText of(String answer) {
        var text = new AnswerText(Plain.text(requireNonNull(answer, "answer")), false);
        AnswerText before;
        do {
            before = text;
            text = text.once();
        } while (!text.text.equals(before.text));
        boolean open = !text.text.isEmpty() && ",([{".indexOf(text.text.charAt(text.text.length() - 1)) >= 0;
        return new AnswerText(text.text, text.cutOff || open);
    }

    /**
     * The text between the last two tags of that name, for prompts that ask for them; without any, {@link #of}.
     *
     * @param tag its name without angle brackets
     */
    public static AnswerText tagged(String answer, String tag) {
        String text = Plain.text(requireNonNull(answer, "answer"));
        String open = "<" + requireNonNull(tag, "tag") + ">";
        int close = text.lastIndexOf("</" + tag + ">");
        int start = close < 0 ? text.lastIndexOf(open) : text.lastIndexOf(open, close);
        if (start < 0) {
            return of(answer);
        }
        AnswerText inner = of(text.substring(start + open.length(), close < 0 ? text.length() : close));
        return close < 0 ? new AnswerText(inner.text, true) : inner;
    }

    private AnswerText once() {
        Thoughts thoughts = Thoughts.dropped(Plain.text(text));
        String announced = Plain.joined(Announcements.without(Plain.lines(thoughts.text())));
        String bare = Announcements.unlabelled(announced).strip();
        AnswerText inner =
                unfenced(bare).or(() -> untagged(bare)).orElseGet(() -> new AnswerText(unquoted(bare), false));
        return new AnswerText(inner.text, cutOff || thoughts.cutOff() || inner.cutOff);
    }

    /** The text within the tags around all of it; of a tag that is never closed, all that follows. */
    private static Optional<AnswerText> untagged(String text) {
        Matcher open = TAGGED.matcher(text);
        Set<String> unclosed = new HashSet<>();
        int from = 0;
        int to = text.length();
        while (open.region(from, to).lookingAt()) {
            String closing = "</" + open.group(1) + ">";
            int close = unclosed.contains(closing) ? -1 : text.lastIndexOf(closing, to - closing.length());
            if (close < open.end()) {
                unclosed.add(closing);
            } else if (whole(text, open.end(), close, close + closing.length(), to)) {
                to = close;
            } else {
                break;
            }
            from = open.end();
        }
        return from == 0
                ? Optional.empty()
                : Optional.of(new AnswerText(text.substring(from, to).strip(), !unclosed.isEmpty()));
    }

    /** Whether little follows the closing tag, on lines of its own. */
    private static boolean whole(String text, int start, int close, int after, int to) {
        String rest = text.substring(after, to);
        return rest.isBlank() || rest.charAt(0) == '\n' && rest.length() <= close - start;
    }

    /** The content of a fence around all of the text. */
    private static Optional<AnswerText> unfenced(String text) {
        List<String> lines = Plain.lines(text);
        if (Fence.of(lines.get(0)).isEmpty()) {
            return Optional.empty();
        }
        List<FencedBlock> blocks = FencedBlocks.of(lines);
        boolean last = Fence.of(lines.get(lines.size() - 1)).filter(Fence::bare).isPresent()
                || lines.get(lines.size() - 1).stripTrailing().endsWith("```");
        boolean whole = blocks.size() == 1 && (last || blocks.get(0).cutOff());
        return whole
                ? Optional.of(new AnswerText(blocks.get(0).text(), blocks.get(0).cutOff()))
                : Optional.empty();
    }

    private static String unquoted(String text) {
        String inner = text;
        if (text.length() > 6 && text.startsWith("\"\"\"") && text.indexOf("\"\"\"", 3) == text.length() - 3) {
            inner = text.substring(3, text.length() - 3);
        } else if (text.length() > 4 && text.startsWith("**") && text.indexOf("**", 2) == text.length() - 2) {
            inner = text.substring(2, text.length() - 2);
        } else if (text.startsWith(">") && text.lines().allMatch(line -> line.startsWith(">") || line.isBlank())) {
            inner = text.lines()
                    .map(line -> line.replaceFirst("^(?:> ?)++", ""))
                    .collect(Collectors.joining("\n"));
        } else if (text.length() > 2) {
            inner = unpaired(text);
        }
        return Plain.joined(Plain.lines(inner)).strip();
    }

    private static String unpaired(String text) {
        int last = text.length() - 1;
        for (String pair : PAIRS) {
            if (text.charAt(0) == pair.charAt(0) && text.charAt(last) == pair.charAt(1)) {
                String inner = text.substring(1, last);
                return quotes(inner, pair) ? text : inner;
            }
        }
        return text;
    }

    /** Whether a text has a quote of a pair that is not an apostrophe within a word. */
    private static boolean quotes(String inner, String pair) {
        for (int i = 0; i < inner.length(); i++) {
            boolean quote = pair.indexOf(inner.charAt(i)) >= 0;
            boolean word = i > 0
                    && i + 1 < inner.length()
                    && Character.isLetter(inner.charAt(i - 1))
                    && Character.isLetter(inner.charAt(i + 1))
                    && "'\u2019".indexOf(inner.charAt(i)) >= 0;
            if (quote && !word) {
                return true;
            }
        }
        return false;
    }

    /** An answer without the reasoning that models write before it between tags; empty if that never ended. */
    public static String withoutThoughts(String answer) {
        return Thoughts.dropped(answer).text();
    }
}
