package dev.elm4j.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with places to fill, written <code>{{name}}</code>.
 *
 * <pre>{@code
 * Template.of("Sentence: {{text}}\nTopic:").fill(Map.of("text", "The soup was cold."));
 * }</pre>
 *
 * <p>Filling is one pass: a value that holds <code>{{name}}</code> itself stays as it is.
 *
 * @param text the text with its places
 */
public record Template(String text) {

    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z][a-zA-Z0-9]*)\\}\\}");

    /** A template of this text. */
    public static Template of(String text) {
        return new Template(text);
    }

    /**
     * A template from a text file beside a class, in UTF-8; line ends become newlines and those at the end are dropped.
     *
     * @param owner the class beside which the file lies
     * @param name of the file
     * @throws IllegalArgumentException if there is no such file
     */
    public static Template resource(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException(
                        "There is no file '%s' beside %s. It belongs to the jar.".formatted(name, owner.getName()));
            }
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return of(text.replaceAll("\\r\\n?", "\n").stripTrailing());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The names of its places, in alphabetical order. */
    public Set<String> places() {
        var names = new TreeSet<String>();
        PLACE.matcher(text).results().forEach(place -> names.add(place.group(1)));
        return names;
    }

    /**
     * The text with every place filled.
     *
     * @param values one per place
     * @throws IllegalArgumentException if the names are not those of the places
     */
    public String fill(Map<String, String> values) {
        if (!places().equals(values.keySet())) {
            throw new IllegalArgumentException(
                    "The template has the places %s, but the values are for %s. Give one value per place."
                            .formatted(places(), new TreeSet<>(values.keySet())));
        }
        return PLACE.matcher(text).replaceAll(place -> value(place, values));
    }

    private static String value(MatchResult place, Map<String, String> values) {
        return Matcher.quoteReplacement(values.get(place.group(1)));
    }
}
