package dev.elm4j.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.TreeSet;

/** Where two JSON values differ first, as a phrase with a JSON pointer. */
final class Difference {

    private static final int SHOWN = 60;
    /** Of a long text, so much is shown of what comes before the difference. */
    private static final int BEFORE = 20;

    private Difference() {}

    /** The first difference, entries in the order of their names. */
    static String first(JsonNode recorded, JsonNode wanted) {
        String found = first("", recorded, wanted);
        return found.isEmpty() ? "the two are alike, but another kind of call was made of them" : found;
    }

    private static String first(String path, JsonNode was, JsonNode now) {
        if (was.isObject() && now.isObject()) {
            return inObject(path, was, now);
        }
        if (was.isArray() && now.isArray()) {
            for (int i = 0; i < Math.max(was.size(), now.size()); i++) {
                String inside = first(path + "/" + i, was.path(i), now.path(i));
                if (!inside.isEmpty()) {
                    return inside;
                }
            }
            return "";
        }
        String before = was.isMissingNode() ? "nothing" : was.toString();
        String after = now.isMissingNode() ? "nothing" : now.toString();
        if (before.equals(after)) {
            return "";
        }
        int at = common(before, after);
        return "they differ first at %s, where it was %s and is now %s"
                .formatted(path.isEmpty() ? "the beginning" : path, around(before, at), around(after, at));
    }

    private static String inObject(String path, JsonNode was, JsonNode now) {
        var names = new TreeSet<String>();
        was.fieldNames().forEachRemaining(names::add);
        now.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            String pointer = path + "/" + name.replace("~", "~0").replace("/", "~1");
            String inside = first(pointer, was.path(name), now.path(name));
            if (!inside.isEmpty()) {
                return inside;
            }
        }
        return "";
    }

    /** How many characters two texts have in common at their beginning. */
    static int common(String one, String other) {
        int length = Math.min(one.length(), other.length());
        int at = 0;
        while (at < length && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at;
    }

    private static String around(String text, int at) {
        if (text.length() <= SHOWN) {
            return text;
        }
        int from = Math.max(0, Math.min(at - BEFORE, text.length() - SHOWN));
        int to = Math.min(text.length(), from + SHOWN);
        return (from > 0 ? "…" : "") + text.substring(from, to) + (to < text.length() ? "…" : "");
    }
}
