package dev.elm4j.text;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Several texts in one answer, when a list was asked for.
 *
 * <pre>{@code
 * AnswerItems.of("Sure!\n1. \"Cold soup.\"\n2. **Warm bread.**").items().size();     // 2
 * AnswerItems.of("[\"Cold soup.\", \"Warm bread.\", \"Old ch").items().get(1);       // "Warm bread."
 * AnswerItems.of("Option A:\nCold soup.\n\nOption B:\nWarm bread.").items().get(0);  // "Cold soup."
 * }</pre>
 *
 * <p>Read as the first of these that fits: a JSON array of texts (or of objects, of which the longest text counts), also
 * within an object or a fence, also cut off, of which the last, half text is dropped; lines marked alike (numbers, bullets,
 * letters, {@code Option A:}), with what belongs to them until the next; paragraphs or parts between rules
 * ({@code ---}), if there are several; else one item per line. Reasoning, announcements and farewells are taken off the
 * whole as {@link AnswerText} does, then marks and quotes off each.
 *
 * @param items in their order, none blank, 1,000 at most; not made distinct
 * @param cutOff whether the answer surely ends in the middle of an item
 */
public record AnswerItems(List<String> items, boolean cutOff) {

    /** More items than this are no list; the rest is not read. */
    private static final int MOST = 1_000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .build();

    /** Copies the list. */
    public AnswerItems {
        items = List.copyOf(items);
    }

    /** The items of an answer; none if it is blank. */
    public static AnswerItems of(String answer) {
        AnswerText whole = AnswerText.of(requireNonNull(answer, "answer"));
        AnswerItems json = json(whole.text());
        if (!json.items.isEmpty()) {
            return json;
        }
        List<String> lines = Plain.lines(whole.text());
        List<String> parts = MarkedItems.of(lines);
        parts = parts.isEmpty() ? paragraphs(lines) : parts;
        parts = parts.size() < 2 && MarkedItems.none(lines) ? lines : parts;
        return new AnswerItems(
                parts.stream()
                        .limit(MOST)
                        .map(AnswerItems::clean)
                        .filter(part -> !part.isEmpty())
                        .toList(),
                whole.cutOff());
    }

    private static String clean(String part) {
        String text = AnswerText.of(part).text();
        return text.indexOf('\n') < 0 ? AnswerLines.clean(text) : text;
    }

    private static List<String> paragraphs(List<String> lines) {
        var parts = new ArrayList<String>();
        boolean rules = lines.stream().anyMatch(Announcements::rule);
        var part = new ArrayList<String>();
        for (String line : lines) {
            if (rules ? Announcements.rule(line) : line.isBlank()) {
                parts.add(Plain.joined(part));
                part.clear();
            } else {
                part.add(line);
            }
        }
        parts.add(Plain.joined(part));
        parts.removeIf(String::isBlank);
        return parts;
    }

    /** The texts of the array that a text begins with, or that stands after the first bracket of an object. */
    private static AnswerItems json(String text) {
        int start = text.startsWith("[") || text.startsWith("{") ? 0 : lineWithArray(text);
        var items = new ArrayList<String>();
        boolean cutOff = false;
        if (start >= 0) {
            cutOff = !read(text.substring(start), items);
        }
        List<String> clean = items.stream()
                .limit(MOST)
                .map(AnswerItems::clean)
                .filter(item -> !item.isEmpty())
                .toList();
        return new AnswerItems(clean, cutOff);
    }

    private static int lineWithArray(String text) {
        int array = text.indexOf("\n[");
        int line = array < 0 ? text.indexOf("\n{") : array;
        return line < 0 ? -1 : line + 1;
    }

    /** Collects texts, and says whether the JSON came to its end. */
    private static boolean read(String text, List<String> items) {
        try (JsonParser parser = JSON.createParser(text)) {
            int arrays = 0;
            String longest = "";
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                arrays += token == JsonToken.START_ARRAY ? 1 : token == JsonToken.END_ARRAY ? -1 : 0;
                boolean inArray = parser.getParsingContext().inArray();
                if (token == JsonToken.VALUE_STRING && inArray) {
                    items.add(parser.getText());
                } else if (token == JsonToken.VALUE_STRING && arrays > 0) {
                    longest = parser.getText().length() > longest.length() ? parser.getText() : longest;
                } else if (token == JsonToken.END_OBJECT && arrays > 0) {
                    items.add(longest);
                    longest = "";
                }
                if (parser.getParsingContext().inRoot()) {
                    return true;
                }
            }
            return false;
        } catch (IOException endedOrNoJson) {
            return false;
        }
    }
}
