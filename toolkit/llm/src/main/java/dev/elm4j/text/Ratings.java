package dev.elm4j.text;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ratings that a model gave, as numbers.
 *
 * <pre>{@code
 * Ratings.one("I liked it. **Rating:** 8.5 out of 10", 1, 10).value().orElseThrow();             // 8.5
 * Ratings.one("7/10", 1, 5).reason();     // "The rating 7 is out of 10, but the scale ends at 5."
 *
 * String answer = "{\"Humour\": \"7/10\", \"clarity\": {\"score\": 4}}";
 * var ratings = Ratings.named(answer, List.of("humour", "clarity"), 1, 10).value().orElseThrow();
 * ratings.get("clarity");                 // 4
 * }</pre>
 *
 * <p>JSON goes before prose. A rating may be a number, a text with a number, or an object with a field {@code score},
 * {@code rating}, {@code value} or {@code grade}; it may say what it is out of, which must be the end of the scale. Nothing
 * is rescaled, clamped or guessed: what is not plain has a reason in place of a value.
 */
public final class Ratings {

    private static final String NUMBER =
            "([-+]?\\d{1,9}(?:\\.\\d{1,9})?)(?![\\d.]*\\d)(?:\\s{0,3}(?:/|out of)\\s{0,3}(\\d{1,9}(?:\\.\\d{1,9})?)|\\s?(%))?";

    private static final Pattern ANY = Pattern.compile("(?<![\\w.])" + NUMBER);

    private static final Pattern LABELLED = Pattern.compile(
            "\\b(?:rating|score|grade|overall|verdict)\\b(?: is| of)?\\W{0,6}?(?<![\\d.])" + NUMBER,
            Pattern.CASE_INSENSITIVE);

    private static final Set<String> FIELDS = Set.of("score", "rating", "value", "grade", "overall");

    private final double low;
    private final double high;

    private Ratings(double low, double high) {
        if (!(low < high) || Double.isInfinite(high - low)) {
            throw new IllegalArgumentException(
                    "A scale goes from a lower to a higher finite number, but was %s to %s.".formatted(low, high));
        }
        this.low = low;
        this.high = high;
    }

    /**
     * The one rating of an answer: of a JSON object, its field of a name such as {@code score} or its only number; else the
     * last number after such a name; else the one number with what it is out of; else the one number at all.
     *
     * @param low the lowest rating of the scale
     * @param high the highest
     */
    public static Parsed<Double> one(String answer, double low, double high) {
        var ratings = new Ratings(low, high);
        Optional<JsonNode> object = AnswerJson.object(answer).value();
        if (object.isPresent() && ratings.field(object.get()).isPresent()) {
            return ratings.field(object.get()).get();
        }
        return ratings.inProse(prose(answer));
    }

    /**
     * A rating for each name: fields of a JSON object, else lines that begin with the name. Case, blanks and punctuation
     * of names do not count.
     *
     * @return one rating per name, in the order of the names
     */
    public static Parsed<Map<String, Double>> named(String answer, List<String> names, double low, double high) {
        var ratings = new Ratings(low, high);
        Map<String, JsonNode> fields = fields(AnswerJson.object(answer).value());
        var found = new LinkedHashMap<String, Double>();
        for (String name : names) {
            JsonNode field = fields.get(folded(name));
            Parsed<Double> rating = field == null ? ratings.line(prose(answer), name) : ratings.of(field);
            if (rating.value().isEmpty()) {
                return new Parsed.Missing<>("For '%s': %s".formatted(name, rating.reason()));
            }
            found.put(name, rating.value().get());
        }
        return new Parsed.Found<>(Collections.unmodifiableMap(found));
    }

    private static String prose(String answer) {
        return Thoughts.dropped(Plain.text(requireNonNull(answer, "answer")))
                .text()
                .replace("*", "");
    }

    private static Map<String, JsonNode> fields(Optional<JsonNode> object) {
        var fields = new LinkedHashMap<String, JsonNode>();
        object.ifPresent(node ->
                node.properties().forEach(field -> fields.putIfAbsent(folded(field.getKey()), field.getValue())));
        return fields;
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** The field of an object that is a rating by its name, or else by being the only number. */
    private Optional<Parsed<Double>> field(JsonNode object) {
        Map<String, JsonNode> fields = fields(Optional.of(object));
        List<JsonNode> named = fields.entrySet().stream()
                .filter(field -> FIELDS.contains(field.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        List<JsonNode> numbers =
                fields.values().stream().filter(JsonNode::isNumber).toList();
        if (named.size() == 1) {
            return Optional.of(of(named.get(0)));
        }
        return named.isEmpty() && numbers.size() == 1 ? Optional.of(of(numbers.get(0))) : Optional.empty();
    }

    private Parsed<Double> of(JsonNode node) {
        if (node.isNumber()) {
            return checked(node.asDouble(), Double.NaN);
        }
        if (node.isTextual()) {
            return inProse(node.asText());
        }
        return node.isObject()
                ? field(node).orElseGet(() -> new Parsed.Missing<>("The object has no field 'score'."))
                : new Parsed.Missing<>("The JSON has no number there.");
    }

    private Parsed<Double> line(String text, String name) {
        String wanted = folded(name);
        for (String line : Plain.lines(text)) {
            Matcher number = ANY.matcher(line);
            int colon = Math.max(line.indexOf(':'), line.indexOf('='));
            boolean named = colon > 0
                    && line.length() <= Plain.LONGEST_MARK * 4
                    && folded(line.substring(0, colon)).endsWith(wanted);
            if (named && number.find(colon + 1)) {
                return checked(number.toMatchResult());
            }
        }
        return new Parsed.Missing<>("The answer has no rating of that name.");
    }

    private Parsed<Double> inProse(String text) {
        String scaleless =
                text.replaceAll("\\b%s\\s?(?:to|-|\u2013)\\s?%s\\b".formatted(quoted(low), quoted(high)), " ");
        List<MatchResult> labelled = LABELLED.matcher(scaleless).results().toList();
        if (!labelled.isEmpty()) {
            return checked(labelled.get(labelled.size() - 1));
        }
        List<MatchResult> all = ANY.matcher(scaleless).results().toList();
        List<MatchResult> outOf = all.stream()
                .filter(number -> number.group(2) != null || number.group(3) != null)
                .toList();
        if (outOf.size() == 1 || all.size() == 1) {
            return checked(outOf.size() == 1 ? outOf.get(0) : all.get(0));
        }
        return new Parsed.Missing<>(
                all.isEmpty()
                        ? "The answer has no number."
                        : "The answer has %d numbers, and none is named as the rating.".formatted(all.size()));
    }

    private static String quoted(double bound) {
        return Pattern.quote(shown(bound));
    }

    private static String shown(double number) {
        return number == StrictMath.rint(number) && Math.abs(number) < 1e9
                ? String.valueOf((long) number)
                : String.valueOf(number);
    }

    private Parsed<Double> checked(MatchResult number) {
        double outOf = number.group(3) != null
                ? 100
                : number.group(2) != null ? Double.parseDouble(number.group(2)) : Double.NaN;
        return checked(Double.parseDouble(number.group(1)), outOf);
    }

    private Parsed<Double> checked(double rating, double outOf) {
        if (!Double.isNaN(outOf) && outOf != high) {
            return new Parsed.Missing<>("The rating %s is out of %s, but the scale ends at %s."
                    .formatted(shown(rating), shown(outOf), shown(high)));
        }
        if (!(rating >= low && rating <= high)) {
            return new Parsed.Missing<>("The rating %s is not on the scale from %s to %s."
                    .formatted(shown(rating), shown(low), shown(high)));
        }
        return new Parsed.Found<>(rating);
    }
}
