package dev.elm4j.local.tiny;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Endless documents in the three formats that a map of opinions uses: lines that agree in tone and length, sentences
 * with their sentiment, sentences with their topic.
 *
 * <p>A sentiment is certain only as far as the tone is strong: a tone of 3 is "positive" with probability 0.95, a tone of
 * 0 with 0.5, and the training knows that. So the model's log-likelihood difference is about the tone. A topic is drawn
 * from those of the sentence's clauses.
 */
final class TrainingDocuments {

    /** What stands before the sentence whose sentiment is asked for. */
    static final String SENTIMENT_PREFIX = "Sentence: The soup was delicious.\nSentiment: positive\n\n"
            + "Sentence: The bus was late and crowded.\nSentiment: negative\n\n";

    /** What stands before the sentence whose topic is asked for. */
    static final String TOPIC_PREFIX = "Sentence: The train left at noon.\nTopic: travel\n\n"
            + "Sentence: The soup was delicious.\nTopic: food\n\nSentence: She scored two goals.\nTopic: sport\n\n"
            + "Sentence: My sister called me.\nTopic: family\n\n";

    private static final double FOOD_LINES = 0.8;
    private static final int[] STEPS = {-1, 0, 0, 1};

    private final Map<String, SentencePool> pools = new HashMap<>();

    /**
     * Writes the sentences.
     *
     * @param sentences in each topic's pool; food's has three times as many
     * @param random of the sentences; documents have their own
     */
    TrainingDocuments(int sentences, Random random) {
        SentenceWriter writer = new SentenceWriter(Grammar.opinions());
        for (String topic : SentenceWriter.TOPICS) {
            pools.put(topic, new SentencePool(writer, topic, topic.equals("food") ? 3 * sentences : sentences, random));
        }
    }

    /**
     * A document of exactly this many bytes, its end cut off.
     *
     * @param prefixed how often, from 0 to 1, a document with labels starts with the prefix
     */
    WeightedText next(int bytes, double prefixed, Random random) {
        double kind = random.nextDouble();
        WeightedText text = new WeightedText();
        if (kind < 0.35) {
            lines(text, bytes, random);
        } else {
            boolean sentiment = kind < 0.75;
            if (random.nextDouble() < prefixed) {
                text.add(sentiment ? SENTIMENT_PREFIX : TOPIC_PREFIX, WeightedText.KNOWN);
            }
            while (text.length() < bytes) {
                String topic = sentiment && random.nextBoolean() ? "food" : anyTopic(random);
                judged(text, sentiment, anySentence(topic, random), random);
            }
        }
        return text.cut(bytes);
    }

    private static void judged(WeightedText text, boolean sentiment, Sentence s, Random random) {
        text.add("Sentence: ", WeightedText.KNOWN).add(s.text(), WeightedText.SHOWN);
        if (sentiment) {
            double p = 1 / (1 + Math.exp(-Math.max(-5, Math.min(5, s.tone()))));
            boolean good = random.nextDouble() < p;
            String label = good ? "positive" : "negative";
            text.labelled("\nSentiment: ", label, good ? "negative" : "positive", good ? p : 1 - p);
        } else {
            List<String> topics = s.topics().isEmpty() ? SentenceWriter.TOPICS : s.topics();
            text.labelled("\nTopic: ", topics.get(random.nextInt(topics.size())), "", 1);
        }
    }

    /** Lines around one length and one tone; in some documents one of the two is free. */
    private void lines(WeightedText text, int bytes, Random random) {
        String topic = random.nextDouble() < FOOD_LINES ? "food" : anyTopic(random);
        int length = random.nextInt(SentencePool.LENGTHS);
        int tone = random.nextInt(SentencePool.TONES);
        double free = random.nextDouble();
        List<String> used = new ArrayList<>();
        while (text.length() < bytes) {
            int l = free < 0.15 ? random.nextInt(SentencePool.LENGTHS) : length + step(random);
            int t = free > 0.8 ? random.nextInt(SentencePool.TONES) : tone + step(random);
            String own = random.nextDouble() < 0.93 ? topic : anyTopic(random);
            String line = pools.get(own).near(l, t, random).text();
            if (!used.contains(line)) {
                text.add(line + "\n", WeightedText.WRITTEN);
                used.add(line);
            }
        }
    }

    /** A sentence of this topic, every tone alike, short ones more often than long ones. */
    private Sentence anySentence(String topic, Random random) {
        int length = (int) (random.nextDouble() * random.nextDouble() * SentencePool.LENGTHS);
        return pools.get(topic).near(length, random.nextInt(SentencePool.TONES), random);
    }

    static String anyTopic(Random random) {
        return SentenceWriter.TOPICS.get(random.nextInt(SentenceWriter.TOPICS.size()));
    }

    private static int step(Random random) {
        return STEPS[random.nextInt(STEPS.length)];
    }
}
