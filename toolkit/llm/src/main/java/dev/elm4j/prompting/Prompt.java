package dev.elm4j.prompting;

import static java.util.Objects.requireNonNull;

import dev.elm4j.text.Fingerprint;
import dev.elm4j.text.Template;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a model is told: a text with places, and a name with a version, by which runs and credit tell prompts apart.
 *
 * <pre>{@code
 * var shorter = Prompt.of("shorter", "1", "Say it in five words:\n\n{{text}}");
 * shorter.label();                                          // "shorter-1"
 * shorter.fill(Map.of("text", "I liked it a lot.")).length();   // 40
 * Rewrite.of(model).prompt(shorter).prompt().label();       // "shorter-1"
 * Rewrite.of(model).prompt();                               // prints it
 * }</pre>
 *
 * <p>A place is written <code>{{name}}</code>; each operator says which names it fills. Immutable.
 *
 * @param name letters, digits and dashes, such as {@code rewrite}
 * @param version such as {@code 1}; letters and digits
 * @param template the text with its places
 */
public record Prompt(String name, String version, Template template) {

    private static final Pattern FILE = Pattern.compile("([\\w-]*\\w)-(\\w+)\\.txt");

    /** @throws IllegalArgumentException if a name has other characters than it may have */
    public Prompt {
        requireNonNull(template, "template");
        if (!requireNonNull(name, "name").matches("[\\w-]+")
                || !requireNonNull(version, "version").matches("\\w+")) {
            throw new IllegalArgumentException(
                    "A prompt needs a name of letters, digits and dashes and a version of letters and digits, but got '%s' and '%s'."
                            .formatted(name, version));
        }
    }

    /** A prompt of this text. */
    public static Prompt of(String name, String version, String text) {
        return new Prompt(name, version, Template.of(requireNonNull(text, "text")));
    }

    /**
     * A prompt from a text file beside a class, in UTF-8, whose name ends in the version: {@code rewrite-1.txt}.
     *
     * @throws IllegalArgumentException if there is no such file, or its name has no version
     */
    public static Prompt resource(Class<?> owner, String file) {
        Matcher parts = FILE.matcher(requireNonNull(file, "file"));
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "A prompt's file is named name-version.txt, such as rewrite-1.txt, but was '%s'.".formatted(file));
        }
        return new Prompt(parts.group(1), parts.group(2), Template.resource(requireNonNull(owner, "owner"), file));
    }

    /** A prompt of this package. */
    static Prompt own(String file) {
        return resource(Prompt.class, file);
    }

    /** The text with its places. */
    public String text() {
        return template.text();
    }

    /** The names of its places, in alphabetical order. */
    public Set<String> places() {
        return template.places();
    }

    /** Name and version: {@code rewrite-1}. */
    public String label() {
        return name + "-" + version;
    }

    /** Label and a hash of the text: another text is another identity, whatever it is called. */
    public String identity() {
        return label() + " (" + Fingerprint.of(text()) + ")";
    }

    /**
     * The text with every place filled, in one pass; values for places that it has not are passed over.
     *
     * @throws IllegalArgumentException if a place has no value
     */
    public String fill(Map<String, String> values) {
        var needed = new HashMap<>(requireNonNull(values, "values"));
        needed.keySet().retainAll(places());
        return template.fill(needed);
    }

    /** The identity, and below it the text. */
    @Override
    public String toString() {
        return identity() + "\n\n" + text();
    }
}
