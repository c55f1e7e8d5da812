package dev.elm4j.local.tiny;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * Joins phrases of the grammar to sentences of 1 to 3 clauses: "and" keeps the mood, "but" turns it.
 *
 * <p>Immutable; the random stream is passed in.
 */
final class SentenceWriter {

    /** The topics that a sentence can have; they are slots of the grammar too. */
    static final List<String> TOPICS = List.of("food", "travel", "sport", "family");

    private static final String NO_TOPIC = "generic";
    private static final double SHORT = 0.22;
    private static final double TAIL = 0.3;
    private static final double TURN = 0.2;

    private static final Pattern BEFORE_VOWEL = Pattern.compile("\\b([Aa]) (?=[aeio]|ug)");

    private final Grammar grammar;

    SentenceWriter(Grammar grammar) {
        this.grammar = grammar;
    }

    /**
     * Draws a sentence.
     *
     * @param topic of most of its clauses
     * @param mood from -1 to 1, see {@link Grammar#draw}
     */
    Sentence write(String topic, double mood, Random random) {
        Draft draft = new Draft();
        double now = mood;
        if (random.nextDouble() < SHORT) {
            String slot = random.nextDouble() < 0.9 ? topic : NO_TOPIC;
            draft.add(slot, grammar.draw(slot + ".short", now, random));
            return draft.sentence();
        }
        int clauses = 1 + (int) (random.nextDouble() * random.nextDouble() * 5);
        for (int i = 0; i < Math.min(3, clauses); i++) {
            if (i > 0) {
                boolean turn = random.nextDouble() < TURN;
                now = turn ? -now : now;
                draft.append(grammar.draw(turn ? "turn" : "link", 0, random).text());
            }
            String slot = slot(topic, i, random);
            draft.add(slot, grammar.draw(slot, now, random));
            if (random.nextDouble() < TAIL) {
                draft.tail(grammar.draw("tail", now, random));
            }
        }
        return draft.sentence();
    }

    /** Mostly the sentence's own topic, sometimes none, later sometimes another, so that relevance has degrees. */
    private static String slot(String topic, int clause, Random random) {
        double u = random.nextDouble();
        if (u < 0.15) {
            return NO_TOPIC;
        }
        return clause > 0 && u > 0.9 ? TOPICS.get(random.nextInt(TOPICS.size())) : topic;
    }

    private static final class Draft {
        private final StringBuilder text = new StringBuilder();
        private final List<String> topics = new ArrayList<>();
        private double tone;

        void add(String slot, Grammar.Phrase phrase) {
            tail(phrase);
            if (!slot.equals(NO_TOPIC)) {
                topics.add(slot);
            }
        }

        void tail(Grammar.Phrase phrase) {
            append(phrase.text());
            tone += phrase.tone();
        }

        void append(String words) {
            text.append(text.length() == 0 ? "" : " ").append(words);
        }

        Sentence sentence() {
            text.setCharAt(0, Character.toUpperCase(text.charAt(0)));
            String spelled = BEFORE_VOWEL.matcher(text.append('.')).replaceAll("$1n ");
            return new Sentence(spelled, tone, topics);
        }
    }
}
