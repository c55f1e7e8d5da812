package dev.elm4j.local.tiny;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A context-free grammar whose alternatives carry a tone, so that every phrase it draws comes with one.
 *
 * <p>Its text has one slot a line, {@code slot: alternative | alternative}; the file {@code opinions.grammar} explains
 * the marks. Immutable, so threads may share it; the random stream is passed in.
 */
final class Grammar {

    /** How strongly a mood prefers alternatives of its own tone; chosen so that 1 hardly ever draws the opposite. */
    private static final double MOOD_STRENGTH = 0.6;

    private static final Pattern SLOT = Pattern.compile("\\{([a-z.]+)}");
    private static final Pattern MARK = Pattern.compile("\\s([=*])(-?[0-9.]+)$");

    /**
     * A piece of text and what it says.
     *
     * @param text without capital and full stop
     * @param tone from bad (negative) to good (positive), 0 where nothing is said
     * @param factor multiplies the tone of what follows
     */
    record Phrase(String text, double tone, double factor) {}

    private final Map<String, List<Phrase>> slots = new HashMap<>();
    private final Map<Phrase, Double> expected = new HashMap<>();

    /**
     * Reads a grammar.
     *
     * @throws IllegalArgumentException if a slot is used but not defined
     */
    Grammar(String text) {
        text.lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty() && !l.startsWith("#"))
                .forEach(this::define);
        slots.values().forEach(alternatives -> alternatives.forEach(this::expectedTone));
    }

    /** The grammar of opinions, from the class path. */
    static Grammar opinions() {
        try (InputStream in = Grammar.class.getResourceAsStream("opinions.grammar")) {
            return new Grammar(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Draws a phrase.
     *
     * @param slot to start from
     * @param mood from -1 (prefers bad words) to 1 (prefers good ones); 0 has no preference
     */
    Phrase draw(String slot, double mood, Random random) {
        Phrase choice = choose(slots.get(slot), mood, random);
        StringBuilder text = new StringBuilder();
        double tone = choice.tone();
        double factor = choice.factor();
        Matcher m = SLOT.matcher(choice.text());
        while (m.find()) {
            Phrase inner = draw(m.group(1), mood, random);
            m.appendReplacement(text, Matcher.quoteReplacement(inner.text()));
            tone += factor * inner.tone();
            factor *= inner.factor();
        }
        return new Phrase(m.appendTail(text).toString(), tone, factor);
    }

    private Phrase choose(List<Phrase> alternatives, double mood, Random random) {
        double[] weight = alternatives.stream()
                .mapToDouble(a -> Math.exp(MOOD_STRENGTH * mood * expected.get(a)))
                .toArray();
        double left = random.nextDouble();
        double sum = 0;
        for (double w : weight) {
            sum += w;
        }
        for (int i = 0; i < weight.length; i++) {
            left -= weight[i] / sum;
            if (left < 0) {
                return alternatives.get(i);
            }
        }
        return alternatives.get(alternatives.size() - 1);
    }

    private void define(String line) {
        int colon = line.indexOf(':');
        List<Phrase> alternatives = new ArrayList<>();
        for (String part : line.substring(colon + 1).split("\\|")) {
            alternatives.add(alternative(part.strip()));
        }
        slots.put(line.substring(0, colon), alternatives);
    }

    private static Phrase alternative(String part) {
        Matcher m = MARK.matcher(part);
        if (!m.find()) {
            return new Phrase(part, 0, 1);
        }
        String text = part.substring(0, m.start()).strip();
        double number = Double.parseDouble(m.group(2));
        return m.group(1).equals("=") ? new Phrase(text, number, 1) : new Phrase(text, 0, number);
    }

    private double expectedTone(Phrase alternative) {
        Double known = expected.get(alternative);
        if (known != null) {
            return known;
        }
        double tone = alternative.tone();
        Matcher m = SLOT.matcher(alternative.text());
        while (m.find()) {
            List<Phrase> inner = slots.get(m.group(1));
            if (inner == null) {
                throw new IllegalArgumentException("The grammar uses the slot {%s} in \"%s\" but does not define it."
                        .formatted(m.group(1), alternative.text()));
            }
            tone += inner.stream().mapToDouble(this::expectedTone).average().orElseThrow();
        }
        expected.put(alternative, tone);
        return tone;
    }
}
