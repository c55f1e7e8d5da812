package dev.elm4j.local.tiny;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Many sentences of one topic, sorted by length and tone, so that documents can ask for neighbours.
 *
 * <p>Immutable once filled; the random stream is passed in.
 */
final class SentencePool {

    /** Buckets along the length: 2 to 20 words. */
    static final int LENGTHS = 10;

    /** Buckets along the tone: very bad to very good, the middle one neutral. */
    static final int TONES = 7;

    private final Map<Integer, List<Sentence>> buckets = new HashMap<>();

    SentencePool(SentenceWriter writer, String topic, int size, Random random) {
        for (int i = 0; i < size; i++) {
            Sentence sentence = writer.write(topic, 2.4 * random.nextDouble() - 1.2, random);
            if (sentence.words() >= 2 && sentence.words() <= 22) {
                buckets.computeIfAbsent(key(lengthOf(sentence), toneOf(sentence)), k -> new ArrayList<>())
                        .add(sentence);
            }
        }
    }

    /** A sentence as near to this length and tone as buckets go; out of range counts as the last bucket. */
    Sentence near(int length, int tone, Random random) {
        int l = clamp(length, LENGTHS);
        int t = clamp(tone, TONES);
        List<Sentence> bucket = buckets.get(key(l, t));
        while (bucket == null) {
            t += Integer.signum(TONES / 2 - t);
            l += t == TONES / 2 ? Integer.signum(LENGTHS / 2 - l) : 0;
            bucket = buckets.get(key(l, t));
        }
        return bucket.get(random.nextInt(bucket.size()));
    }

    private static int lengthOf(Sentence sentence) {
        return clamp((int) ((sentence.words() - 2) / 18.0 * LENGTHS), LENGTHS);
    }

    private static int toneOf(Sentence sentence) {
        return clamp((int) Math.round(sentence.tone() / 1.3) + TONES / 2, TONES);
    }

    private static int clamp(int bucket, int count) {
        return Math.max(0, Math.min(count - 1, bucket));
    }

    private static int key(int length, int tone) {
        return length * TONES + tone;
    }
}
