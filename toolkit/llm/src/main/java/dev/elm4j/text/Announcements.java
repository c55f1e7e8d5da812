package dev.elm4j.text;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What chat models say before and after a text. Only what names the task is one ("Here is the rewritten text:"): "Here is
 * what happened:" may well be how a text begins.
 */
final class Announcements {

    private static final String NOUN =
            "(?:text|version|prompt|answer|output|result|response|instructions?|paragraph|sentence"
                    + "|review|poem|opinion|statement|draft|story|rewrite|revision|variant|variation|example|lines?|options?|candidates?"
                    + "|ideas?|list|program|code|function|solution|alternatives?|sentences|texts|versions|prompts|variations|variants"
                    + "|examples|opinions|statements|reviews|poems|suggestions?)";

    private static final String NEW =
            "(?:rewritten|revised|improved|new|updated|modified|final|edited|mutated|evolved|combined"
                    + "|rephrased|alternative|requested|shortened|changed)";

    private static final String GREETING =
            "(?:sure(?: thing)?|certainly|of course|absolutely|okay|ok|great|no problem|gladly|alright|got it)[,.!]{0,3}";

    private static final String HERE =
            "(?:here(?:'s|\u2019s| is| are)|below (?:is|are)|this is|th(?:e|ese) following (?:is|are)"
                    + "|i(?:'ve|\u2019ve| have))\\b[^:\\n]{0,120}?\\b(?:"
                    + NOUN + "|" + NEW + ")\\b[^:\\n]{0,80}:";

    private static final String LABEL =
            "(?:(?:the|my|your) )?(?:" + NEW + " " + NOUN + "|answer|output|result|response|rewrite|revision)";

    private static final String MARKS = "[#*_>\\s]{0,8}";

    /** A line that says what follows and no more. */
    private static final Pattern BEFORE = flags(MARKS + "(?:" + GREETING
            + "|(?:" + GREETING + "\\s*)?(?:here (?:you go|it is|goes)[:.!]?|" + HERE + "|" + LABEL
            + ":)|(?<=[#*] {0,2})"
            + LABEL
            + ")" + MARKS + "[!.]?");

    /** A greeting or a label before the text on its line. */
    private static final Pattern ON_LINE = flags("(?:\\*\\*)?(?:(?:" + GREETING
            + "\\s*)?(?:here(?:'s|\u2019s| is)|this is) [^.:!?\\n]{0,80}\\b" + NOUN + "|" + LABEL
            + ")(?::\\*\\*|\\*\\*:|:)\\s+(?=\\S)");

    private static final Pattern AFTER =
            flags("[(*_\\s]{0,4}(?:(?:i )?hope (?:this|that|it|these) (?:helps|works|is|fits)\\b.*"
                    + "|(?:please )?let me know (?:if|whether|what|how|which)\\b.*"
                    + "|(?:please )?feel free to (?:ask|adjust|modify|change|tweak|use|let|reach|edit)\\b.*"
                    + "|(?:would you like|do you want) me to\\b.*|if you(?:'d|\u2019d| would| want| need| have)\\b.{0,160}\\blet me know\\b.*"
                    + "|note(?::| that):?\\**\\s*(?:i|this (?:version|rewrite|text|revision)|the (?:rewritten|revised|new|original))\\b.*"
                    + "|this (?:version|rewrite|revision|rewritten|revised)\\b.*"
                    + "|i(?:'ve|\u2019ve| have)? (?:changed|kept|rewrote|rewritten|rephrased|replaced|maintained|preserved|adjusted"
                    + "|modified|made)\\b.*\\b(?:text|tone|original|wording|version|meaning|sentence|prompt|style|instructions?|length"
                    + "|structure|changes)\\b.*)");

    /** The heading of a list of changes. */
    private static final Pattern CHANGES = flags(MARKS
            + "(?:(?:key |main |the )?changes(?: made| i made)?|what (?:i |has )?changed|explanation of (?:the )?changes)"
            + "[:*_ ]{1,6}.*");

    private static final Pattern RULE = Pattern.compile("(?:-{3,}|\\*{3,}|_{3,}|={3,})\\s*");

    private Announcements() {}

    private static Pattern flags(String expression) {
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
    }

    /** The lines without those before and after the text; the last line that is left never goes. */
    static List<String> without(List<String> lines) {
        int from = 0;
        int to = end(lines);
        boolean announced = false;
        while (from < to - 1 && dropped(lines.get(from), announced)) {
            announced |= !lines.get(from).isBlank();
            from++;
        }
        int last = last(lines, from, to);
        return lines.subList(from, last);
    }

    private static boolean dropped(String line, boolean announced) {
        return line.isBlank() || is(BEFORE, line) || announced && is(RULE, line);
    }

    private static int last(List<String> lines, int from, int to) {
        int last = to;
        for (int i = from + 1; i < to && last == to; i++) {
            if (lines.get(i - 1).isBlank() && is(CHANGES, lines.get(i))) {
                last = end(lines.subList(0, i));
            }
        }
        int start = paragraph(lines, from, last);
        while (start > from && is(AFTER, lines.get(start))) {
            last = end(lines.subList(0, start));
            start = paragraph(lines, from, last);
        }
        boolean after = last < to;
        while (after && last > from + 1 && is(RULE, lines.get(last - 1))) {
            last = end(lines.subList(0, last - 1));
        }
        return Math.max(last, from);
    }

    /** Where the last paragraph begins; a farewell on a line of its own is one even without an empty line before it. */
    private static int paragraph(List<String> lines, int from, int to) {
        if (to > from + 1 && lines.get(to - 1).matches("(?i)(?:i )?hope (?:this|that) helps\\b.{0,60}")) {
            return to - 1;
        }
        int start = to - 1;
        while (start > from && !lines.get(start - 1).isBlank()) {
            start--;
        }
        return start;
    }

    private static int end(List<String> lines) {
        int to = lines.size();
        while (to > 0 && lines.get(to - 1).isBlank()) {
            to--;
        }
        return to;
    }

    private static boolean is(Pattern pattern, String line) {
        return line.length() <= 2 * Plain.LONGEST_MARK && pattern.matcher(line).matches();
    }

    /** Takes greetings and labels off the beginning of the first line. */
    static String unlabelled(String text) {
        var start = ON_LINE.matcher(text);
        int from = 0;
        while (start.region(from, text.length()).lookingAt()) {
            from = start.end();
        }
        return text.substring(from);
    }

    static boolean rule(String line) {
        return is(RULE, line);
    }
}
