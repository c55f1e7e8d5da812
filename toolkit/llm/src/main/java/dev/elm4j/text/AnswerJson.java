package dev.elm4j.text;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The JSON in a model's answer.
 *
 * <pre>{@code
 * AnswerJson.object("Sure! {'score': 7, tone: NaN,} Anything else?").value().orElseThrow().size();   // 2
 * AnswerJson.array("Here: [1, 2").reason();   // "The JSON of the answer was cut off."
 * }</pre>
 *
 * <p>JSON in a fence goes before JSON in prose, and what comes first before what comes later. Read leniently: single quotes,
 * keys without quotes, trailing commas, comments, {@code NaN}, leading zeros and plus signs, line ends within texts. Not
 * read: Python's {@code True} and {@code None}, nesting deeper than 500.
 *
 * <p>All methods are pure, and take time linear in the answer.
 */
public final class AnswerJson {

    private static final JsonMapper DOUBLE_QUOTES = JsonMapper.builder()
            .enable(
                    JsonReadFeature.ALLOW_TRAILING_COMMA,
                    JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS,
                    JsonReadFeature.ALLOW_JAVA_COMMENTS,
                    JsonReadFeature.ALLOW_YAML_COMMENTS,
                    JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES,
                    JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
                    JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
                    JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS,
                    JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS,
                    JsonReadFeature.ALLOW_LEADING_DECIMAL_POINT_FOR_NUMBERS,
                    JsonReadFeature.ALLOW_TRAILING_DECIMAL_POINT_FOR_NUMBERS)
            .build();

    private static final JsonMapper ANY_QUOTES =
            DOUBLE_QUOTES.rebuild().enable(JsonReadFeature.ALLOW_SINGLE_QUOTES).build();

    private static final Parsed<JsonNode> CUT_OFF = new Parsed.Missing<>("The JSON of the answer was cut off.");

    private final char[] text;
    private final String starts;

    /** Characters that may still be read, in all attempts together. */
    private long budget;

    private AnswerJson(String text, String starts) {
        this.text = text.toCharArray();
        this.starts = starts;
        this.budget = 8L * text.length() + 65_536;
    }

    /** The first object. */
    public static Parsed<JsonNode> object(String answer) {
        return read(answer, "{", "object");
    }

    /** The first array. */
    public static Parsed<JsonNode> array(String answer) {
        return read(answer, "[", "array");
    }

    private static Parsed<JsonNode> read(String answer, String starts, String name) {
        String text =
                Thoughts.dropped(Plain.text(requireNonNull(answer, "answer"))).text();
        List<String> texts = new ArrayList<>();
        for (FencedBlock block : FencedBlocks.of(Plain.lines(text))) {
            texts.add(block.text());
        }
        texts.add(text);
        boolean cutOff = false;
        for (String each : texts) {
            Parsed<JsonNode> found = new AnswerJson(each, starts).first();
            if (found.value().isPresent()) {
                return found;
            }
            cutOff |= found == CUT_OFF;
        }
        return cutOff ? CUT_OFF : new Parsed.Missing<>("The answer has no JSON " + name + ".");
    }

    private Parsed<JsonNode> first() {
        Parsed<JsonNode> found = new Parsed.Missing<>("");
        for (int i = 0; i < text.length && budget > 0 && found.value().isEmpty() && found != CUT_OFF; i++) {
            if (starts.indexOf(text[i]) >= 0) {
                found = at(i);
            }
        }
        return found;
    }

    /** An apostrophe may open a text that never ends; only JSON with double quotes can be cut off. */
    private Parsed<JsonNode> at(int start) {
        Parsed<JsonNode> strict = parsed(DOUBLE_QUOTES, start);
        if (strict.value().isPresent() || strict == CUT_OFF) {
            return strict;
        }
        Parsed<JsonNode> lenient = parsed(ANY_QUOTES, start);
        return lenient == CUT_OFF ? strict : lenient;
    }

    private Parsed<JsonNode> parsed(JsonMapper mapper, int start) {
        try (JsonParser parser = mapper.getFactory().createParser(text, start, text.length - start)) {
            try {
                JsonNode node = parser.readValueAsTree();
                return new Parsed.Found<>(node);
            } catch (JsonEOFException cutOff) {
                return CUT_OFF;
            } catch (IOException noJson) {
                return new Parsed.Missing<>("");
            } finally {
                budget -= 64 + parser.currentLocation().getCharOffset();
            }
        } catch (IOException noJson) {
            return new Parsed.Missing<>("");
        }
    }
}
