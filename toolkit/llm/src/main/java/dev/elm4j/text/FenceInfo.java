package dev.elm4j.text;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is said of a block around its code: the language and the file's name, empty where nobody said. */
record FenceInfo(String language, String file) {

    private static final Pattern FILE = Pattern.compile("[\\w./\\\\-]*\\w\\.[A-Za-z]\\w{0,7}");

    private static final Pattern TITLE = Pattern.compile("(?:title|file|filename|path|name)=[\"']?([^\"'\\s}]+)");

    /** A line before a block that is a file's name and little more: {@code ### `src/main.py`:}. */
    private static final Pattern NAME_LINE = Pattern.compile(
            "[#*>\\s\\d.)-]*(?:\\*\\*)?(?:(?:file|filename|path)\\s*:?\\s*)?(?:\\*\\*)?\\s*[`*\"]*(" + FILE.pattern()
                    + ")[`*\"]*\\s*:?[`*]*\\s*",
            Pattern.CASE_INSENSITIVE);

    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("py", "python"),
            Map.entry("python3", "python"),
            Map.entry("python2", "python"),
            Map.entry("js", "javascript"),
            Map.entry("node", "javascript"),
            Map.entry("ts", "typescript"),
            Map.entry("c++", "cpp"),
            Map.entry("cxx", "cpp"),
            Map.entry("sh", "shell"),
            Map.entry("bash", "shell"),
            Map.entry("zsh", "shell"),
            Map.entry("console", "shell"),
            Map.entry("rb", "ruby"),
            Map.entry("rs", "rust"),
            Map.entry("kt", "kotlin"),
            Map.entry("md", "markdown"),
            Map.entry("patch", "diff"));

    /** The usual name of a language, in small letters. */
    static String canonical(String language) {
        String small = language.strip().toLowerCase(Locale.ROOT);
        return ALIASES.getOrDefault(small, small);
    }

    /**
     * Reads an info string and the line before the block.
     *
     * @param before the last line before the block that is not blank, or an empty text
     */
    static FenceInfo of(String info, String before) {
        if (info.length() > Plain.LONGEST_MARK) {
            return new FenceInfo("", "");
        }
        String first = info.split("\\s", 2)[0].replaceAll("[{}]", "");
        int colon = first.indexOf(':');
        String language = colon >= 0 ? first.substring(0, colon) : first;
        String file = file(info, colon >= 0 ? first.substring(colon + 1) : "", before);
        boolean named = FILE.matcher(language).matches();
        return named
                ? new FenceInfo("", language)
                : new FenceInfo(canonical(language.startsWith(".") ? language.substring(1) : language), file);
    }

    /** Whether a line is a file's name and little more. */
    static boolean names(String line) {
        return line.length() <= Plain.LONGEST_MARK && NAME_LINE.matcher(line).matches();
    }

    private static String file(String info, String afterColon, String before) {
        Matcher title = TITLE.matcher(info);
        if (title.find()) {
            return title.group(1);
        }
        String last = afterColon.isEmpty() ? info.substring(info.lastIndexOf(' ') + 1) : afterColon;
        if (FILE.matcher(last).matches()) {
            return last;
        }
        Matcher line = NAME_LINE.matcher(before);
        return before.length() <= Plain.LONGEST_MARK && line.matches() ? line.group(1) : "";
    }
}
