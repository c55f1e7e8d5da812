package dev.elm4j.judge;

import dev.elm4j.model.LikelihoodModel;
import dev.elm4j.model.Likelihoods;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How far a model leans to each label of a question whatever the text says; what is left after taking it away is about the
 * text.
 *
 * <p>It is the mean log-likelihood of each label over a reference batch, moved so that the labels' sum is 0 and rounded to 3
 * digits after the point. Zhao 2021 (<a href="https://arxiv.org/abs/2102.09690">Calibrate Before Use</a>) divides by the
 * probabilities of a text without content, such as {@code N/A}; we take the mean over real texts, as Zhou 2023 (<a
 * href="https://arxiv.org/abs/2309.17249">Batch Calibration</a>) does, but of the logarithms, so that one text of which the
 * model is quite sure does not outweigh the others. The batch should hold each label about as often as the others.
 *
 * <pre>{@code
 * var leaning = new Leaning(List.of(1.0, -1.0));
 * leaning.shares(new Likelihoods(List.of(-1.0, -3.0), 20)).get(0);   // 0.5: the first label is likelier, as always
 * Leaning.none(2).shares(new Likelihoods(List.of(-1.0, -3.0), 20)).get(0);   // 0.88
 * }</pre>
 *
 * @param nats one per label: by so many nats it is likelier than the labels' mean
 */
public record Leaning(List<Double> nats) {

    /** @throws IllegalArgumentException if a number is not finite or there is none */
    public Leaning {
        nats = List.copyOf(nats);
        if (nats.isEmpty() || !nats.stream().allMatch(Double::isFinite)) {
            throw new IllegalArgumentException(
                    "A leaning needs a finite number for each label, but got %s.".formatted(nats));
        }
    }

    /** No correction, for a question of so many labels. */
    public static Leaning none(int labels) {
        return new Leaning(IntStream.range(0, labels).mapToObj(label -> 0.0).toList());
    }

    /**
     * Learns from a reference batch: asks the model about every text now, one call each, in no budget.
     *
     * @param reference at least 1 text, each label about equally often
     * @throws IllegalArgumentException if there is no text, or a label has no likelihood at all
     */
    public static Leaning of(LikelihoodJudge question, LikelihoodModel model, List<String> reference) {
        if (reference.isEmpty()) {
            throw new IllegalArgumentException(
                    "The reference batch of judge '%s' has no text. Give some 20, of all labels."
                            .formatted(question.name()));
        }
        List<Likelihoods> answers = ReferenceTexts.ask(question, model, reference);
        int labels = question.labels().size();
        double[] sums = new double[labels];
        for (Likelihoods answer : answers) {
            for (int label = 0; label < labels; label++) {
                sums[label] += answer.logProbabilities().get(label);
            }
        }
        double middle = IntStream.range(0, labels).mapToDouble(i -> sums[i]).sum() / labels;
        return new Leaning(IntStream.range(0, labels)
                .mapToObj(label -> rounded((sums[label] - middle) / answers.size()))
                .toList());
    }

    /**
     * The probability of each label if it must be one of these, without the leaning; each in [0, 1], their sum is 1.
     *
     * @throws IllegalArgumentException if the answer has another number of labels
     */
    public List<Double> shares(Likelihoods answer) {
        if (answer.logProbabilities().size() != nats.size()) {
            throw new IllegalArgumentException("This leaning is of %d labels, but the answer has %d."
                    .formatted(nats.size(), answer.logProbabilities().size()));
        }
        var logs = new ArrayList<Double>();
        for (int label = 0; label < nats.size(); label++) {
            logs.add(answer.logProbabilities().get(label) - nats.get(label));
        }
        double most = logs.stream().mapToDouble(log -> log).max().orElseThrow();
        double[] odds =
                logs.stream().mapToDouble(log -> StrictMath.exp(log - most)).toArray();
        double sum = IntStream.range(0, odds.length).mapToDouble(i -> odds[i]).sum();
        return IntStream.range(0, odds.length).mapToObj(i -> odds[i] / sum).toList();
    }

    /** Whether it changes nothing. */
    public boolean isNone() {
        return nats.stream().allMatch(nat -> nat == 0);
    }

    /** The numbers, as they are in a judge's identity. */
    @Override
    public String toString() {
        return nats.stream()
                .map(nat -> String.format(Locale.ROOT, "%+.3f", nat))
                .collect(Collectors.joining(" ", "leaning ", ""));
    }

    private static double rounded(double value) {
        return Math.rint(value * 1000) / 1000 + 0.0; // -0.0 would print as such
    }
}
