package dev.elm4j.judge;

import static java.util.Objects.requireNonNull;

import dev.elm4j.environment.Calls;
import dev.elm4j.environment.Calls.Call;
import dev.elm4j.model.LikelihoodExchange;
import dev.elm4j.model.LikelihoodModel;
import dev.elm4j.model.LikelihoodRequest;
import dev.elm4j.model.Likelihoods;
import dev.elm4j.text.AnswerLines;
import dev.elm4j.text.Fingerprint;
import dev.elm4j.text.Template;
import java.util.List;

/**
 * A question with given answers: how likely is each label after a text?
 *
 * <p>The template shows a few answered examples, then the text to judge where it says <code>{{text}}</code>, and ends just
 * before the label. What stands before the last empty line in front of <code>{{text}}</code> is the same for all texts; it is
 * declared as prefix, so that a model in the kernel reads it once.
 *
 * <pre>{@code
 * var template = Template.of("Sentence: The soup was hot.\nTopic: food\n\nSentence: {{text}}\nTopic:");
 * LikelihoodJudge.of("topic-1", template, " food", " travel").request("The bus was late.");
 * }</pre>
 *
 * <p>A text is judged as one line: a line end in it cannot forge an answered example.
 *
 * @param name of the question with its version, such as {@code sentiment-1}; people read it, and a judge's identity
 *     holds it beside a few letters that change with the words and the labels
 * @param prefix the examples; ends in an empty line, or is empty
 * @param before what stands between the prefix and the text
 * @param after what stands between the text and the label
 * @param labels at least 2, different, each with its leading space
 */
public record LikelihoodJudge(String name, String prefix, String before, String after, List<String> labels) {

    private static final String PLACE = "{{text}}";

    /** @throws IllegalArgumentException if there are fewer than 2 labels or two are equal */
    public LikelihoodJudge {
        requireNonNull(name, "name");
        requireNonNull(prefix, "prefix");
        requireNonNull(before, "before");
        requireNonNull(after, "after");
        labels = List.copyOf(labels);
        if (labels.size() < 2 || labels.stream().distinct().count() < labels.size()) {
            throw new IllegalArgumentException(
                    "Judge '%s' needs at least 2 labels, all different, but got %s.".formatted(name, labels));
        }
    }

    /**
     * A question from a template.
     *
     * @throws IllegalArgumentException if the template has not exactly one place, <code>{{text}}</code>
     */
    public static LikelihoodJudge of(String name, Template template, String... labels) {
        String text = template.text();
        int place = text.indexOf(PLACE);
        if (place < 0 || place != text.lastIndexOf(PLACE)) {
            throw new IllegalArgumentException(
                    "The template of judge '%s' needs the place %s exactly once.".formatted(name, PLACE));
        }
        int gap = text.lastIndexOf("\n\n", place);
        int start = gap < 0 ? 0 : gap + 2;
        return new LikelihoodJudge(
                name,
                text.substring(0, start),
                text.substring(start, place),
                text.substring(place + PLACE.length()),
                List.of(labels));
    }

    /** What the model is asked about a text. */
    public LikelihoodRequest request(String text) {
        return new LikelihoodRequest(prefix, before + AnswerLines.flat(text) + after, labels);
    }

    /**
     * Asks about texts, as one batch.
     *
     * @param texts each with the index of its candidate; at least one
     * @param calls the metered way to the model
     * @return the likelihoods of the labels for each text, in order
     */
    public List<Likelihoods> ask(List<Call<String>> texts, Calls<? extends LikelihoodModel> calls) {
        return calls.ask(
                new LikelihoodExchange(),
                texts.stream()
                        .map(text -> new Call<>(text.index(), request(text.request())))
                        .toList());
    }

    /** Its name, and letters that change with the template and the labels. */
    String print() {
        return name + " #" + Fingerprint.of(List.of(prefix, before, after, String.join("\n", labels)));
    }

    /** Throws if the leaning is of another number of labels. */
    void requireFits(Leaning leaning) {
        if (leaning.nats().size() != labels.size()) {
            throw new IllegalArgumentException(
                    "Judge '%s' has %d labels, but the leaning is of %d. Learn it with this one."
                            .formatted(name, labels.size(), leaning.nats().size()));
        }
    }

    /** Position of a label, from 0; throws if there is none such. */
    int position(String label) {
        int position = labels.indexOf(label);
        if (position < 0) {
            throw new IllegalArgumentException(
                    "Judge '%s' has the labels %s, but not '%s'.".formatted(name, labels, label));
        }
        return position;
    }
}
