package dev.elm4j.local.tiny;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Writes and scores ASCII texts with a {@link PlainLlama}.
 *
 * <p>Not for use by several threads.
 */
final class PlainText {

    private static final double TOP_P = 0.95;

    private final PlainLlama model;
    private final Map<String, State> prefixes = new HashMap<>();

    private record State(PlainLlama.Memory memory, double[] logits) {}

    PlainText(PlainLlama model) {
        this.model = model;
    }

    /** Continues a prompt up to a newline, which is not part of the answer; null if none came in time. */
    String line(String prompt, double temperature, int most, Random random) {
        State state = read(new State(model.memory(), null), prompt);
        StringBuilder out = new StringBuilder();
        double[] logits = state.logits();
        while (out.length() < most) {
            char c = (char) (draw(logits, temperature, random) - TinyShape.FIRST_BYTE);
            if (c == '\n') {
                return out.toString();
            }
            out.append(c);
            logits = model.next(TinyShape.FIRST_BYTE + c, state.memory());
        }
        return null;
    }

    /** The log-likelihoods of some completions of one prompt; the work on the prefix is kept. */
    double[] logLikelihoods(String prefix, String body, List<String> completions) {
        State known = prefixes.computeIfAbsent(prefix, p -> read(new State(model.memory(), null), p));
        State asked = read(new State(known.memory().copy(), known.logits()), body);
        return completions.stream().mapToDouble(c -> logLikelihood(asked, c)).toArray();
    }

    private double logLikelihood(State after, String completion) {
        PlainLlama.Memory memory = after.memory().copy();
        double[] logits = after.logits();
        double sum = 0;
        for (byte b : completion.getBytes(StandardCharsets.US_ASCII)) {
            double[] shares = logits.clone();
            PlainLlama.softmax(shares);
            sum += Math.log(shares[TinyShape.FIRST_BYTE + b]);
            logits = model.next(TinyShape.FIRST_BYTE + b, memory);
        }
        return sum;
    }

    private State read(State before, String text) {
        double[] logits = before.logits();
        for (byte b : text.getBytes(StandardCharsets.US_ASCII)) {
            logits = model.next(TinyShape.FIRST_BYTE + b, before.memory());
        }
        return new State(before.memory(), logits);
    }

    private static int draw(double[] logits, double temperature, Random random) {
        double[] shares = Arrays.stream(logits).map(v -> v / temperature).toArray();
        PlainLlama.softmax(shares);
        int[] order = IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -shares[i]))
                .mapToInt(i -> i)
                .toArray();
        double left = random.nextDouble() * TOP_P;
        for (int token : order) {
            left -= shares[token];
            if (left < 0) {
                return token;
            }
        }
        return order[0];
    }
}
