package dev.elm4j.judge;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.elm4j.text.AnswerText;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The rating in a model's answer; the one place that reads it.
 *
 * <p>Reasoning before an answer, and what it quotes of the rated text between the marks, are not its rating. An answer that
 * is one object and nothing else is believed, unless the text is such an object too. Any other must hold one rating; several that
 * differ are none, for nobody knows which one is meant. If the text holds ratings too, nobody knows whose the one is, and
 * to leave out those that the text names would favour the others: then only the exact object counts.
 */
final class RatingAnswer {

    private static final String FIELD = "rating";
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,9}(?:\\.\\d{1,9})?");

    /** A text with such a tag could pass off what follows it as the answer. */
    private static final Pattern THOUGHTS = Pattern.compile(
            "</(?:think|thinking|reasoning|thoughts?|reflection|scratchpad|analysis)>", Pattern.CASE_INSENSITIVE);

    /** No comments and no deep nesting: from each bracket of a hostile answer it would be read far again and again. */
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(20).build())
                    .build())
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES, JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private RatingAnswer() {}

    /**
     * The rating, on whatever scale.
     *
     * @param answer as it came
     * @param asked what was to be rated
     * @param whole whether the answer ended by itself: only then a number by itself is a rating
     */
    static Optional<BigDecimal> of(String answer, MarkedText asked, boolean whole) {
        String text = asked.text().strip();
        String outside = asked.outside(answer);
        String own = (THOUGHTS.matcher(text).find() ? outside : AnswerText.withoutThoughts(outside)).strip();
        if (own.equals(text)) {
            return Optional.empty(); // an echo
        }
        if (NUMBER.matcher(own).matches()) {
            return whole && !NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(own)) : Optional.empty();
        }
        boolean exact = isObject(own) && !isObject(text);
        if (!exact && !ratings(text).isEmpty()) {
            return Optional.empty();
        }
        Set<BigDecimal> ratings = ratings(own);
        return ratings.size() == 1 ? Optional.of(ratings.iterator().next()) : Optional.empty();
    }

    /** Whether a text is one object and nothing else. */
    private static boolean isObject(String text) {
        return text.startsWith("{") && readObject(text, 0, new LinkedHashSet<>()) == text.length();
    }

    /** The ratings of all objects in a text. */
    private static Set<BigDecimal> ratings(String text) {
        var ratings = new LinkedHashSet<BigDecimal>();
        int at = text.indexOf('{');
        while (at >= 0) {
            at = text.indexOf('{', readObject(text, at, ratings));
        }
        return ratings;
    }

    /** Reads the object that begins here; says where to go on: behind it, or behind its bracket if it is none. */
    private static int readObject(String text, int start, Set<BigDecimal> ratings) {
        var rest = new StringReader(text);
        try (JsonParser parser = MAPPER.createParser(rest)) {
            rest.skip(start);
            JsonNode object = MAPPER.readTree(parser);
            rating(object).map(BigDecimal::stripTrailingZeros).ifPresent(ratings::add);
            return start + (int) parser.currentLocation().getCharOffset();
        } catch (IOException noObject) {
            return start + 1;
        }
    }

    private static Optional<BigDecimal> rating(JsonNode object) {
        List<String> values = object.properties().stream()
                .filter(field -> field.getKey().equalsIgnoreCase(FIELD))
                .map(Map.Entry::getValue)
                .map(value -> value.asText().strip())
                .toList();
        return values.size() == 1 && NUMBER.matcher(values.get(0)).matches()
                ? Optional.of(new BigDecimal(values.get(0)))
                : Optional.empty();
    }
}
