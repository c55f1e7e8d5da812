package dev.elm4j.judge;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
 * <p>What an answer quotes of the rated text is not its rating: not what stands between the marks, and no rating that the
 * text gives itself in JSON. What is left must hold one rating; several that differ are none, for nobody knows which one is
 * meant.
 */
final class RatingAnswer {

    private static final String FIELD = "rating";
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,9}(?:\\.\\d{1,9})?");

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
        String own = asked.outside(answer);
        if (own.strip().equals(asked.text().strip())) {
            return Optional.empty(); // an echo
        }
        if (whole && NUMBER.matcher(own.strip()).matches()) {
            return Optional.of(new BigDecimal(own.strip()));
        }
        Set<BigDecimal> ratings = ratings(own);
        ratings.removeAll(ratings(asked.text()));
        return ratings.size() == 1 ? Optional.of(ratings.iterator().next()) : Optional.empty();
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
