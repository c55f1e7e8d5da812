package dev.elm4j.local.tiny;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Bytes, and how much the training cares that the model can tell each of them.
 *
 * <p>Not for use by several threads.
 */
final class WeightedText {

    /** The weight of text that always reads the same. */
    static final float KNOWN = 0.02f;

    /** The weight of a sentence that the model is to write. */
    static final float WRITTEN = 1;

    /** The weight of a sentence that the model is to judge. */
    static final float SHOWN = 0.15f;

    private static final float LABEL_START = 30;
    private static final float LABEL_SECOND = 10;
    private static final float LABEL_REST = 0.3f;

    private final StringBuilder text = new StringBuilder();
    private final List<Doubt> doubts = new ArrayList<>();
    private float[] weights = new float[1024];

    /** A byte that could as well have been another. */
    private record Doubt(int at, char other, float weight) {}

    /** Appends ASCII text of one weight. */
    WeightedText add(String more, float weight) {
        int from = text.length();
        text.append(more);
        if (text.length() > weights.length) {
            weights = Arrays.copyOf(weights, 2 * text.length());
        }
        Arrays.fill(weights, from, text.length(), weight);
        return this;
    }

    /**
     * Appends a sentence with its label; the bytes that tell labels apart weigh most.
     *
     * @param other the label that it could have had instead; its first byte differs
     * @param certainty probability of the first label, from 0 to 1
     */
    WeightedText labelled(String shown, String label, String other, double certainty) {
        add(shown, KNOWN);
        if (certainty < 1) {
            doubts.add(new Doubt(length(), other.charAt(0), (float) (LABEL_START * (1 - certainty))));
        }
        add(label.substring(0, 1), (float) (LABEL_START * certainty));
        return add(label.substring(1, 2), LABEL_SECOND)
                .add(label.substring(2), LABEL_REST)
                .add("\n\n", KNOWN);
    }

    /** How many bytes it has. */
    int length() {
        return text.length();
    }

    /** Its first bytes only. */
    WeightedText cut(int bytes) {
        text.setLength(bytes);
        return this;
    }

    /** The text. */
    String text() {
        return text.toString();
    }

    /** Token ids, one per byte. */
    long[] tokens() {
        return text.chars().mapToLong(b -> TinyShape.FIRST_BYTE + b).toArray();
    }

    /** Writes this text as row {@code row} of a portion. */
    void fill(TinyLlama.Portion portion, int row) {
        int at = row * portion.length();
        System.arraycopy(tokens(), 0, portion.ids(), at, length());
        System.arraycopy(weights, 0, portion.weights(), at, length());
        for (Doubt doubt : doubts) {
            if (doubt.at() < length()) {
                portion.others()[at + doubt.at()] = TinyShape.FIRST_BYTE + doubt.other();
                portion.otherWeights()[at + doubt.at()] = doubt.weight();
            }
        }
    }
}
