package dev.elm4j.environments.opinions;

import static java.util.Objects.requireNonNull;

import dev.elm4j.archive.Axis;
import dev.elm4j.environment.Calls.Call;
import dev.elm4j.environment.Codec;
import dev.elm4j.environment.Context;
import dev.elm4j.environment.Environment;
import dev.elm4j.environment.Evaluation;
import dev.elm4j.judge.Calibration;
import dev.elm4j.judge.LikelihoodJudge;
import dev.elm4j.judge.Share;
import dev.elm4j.judge.Tone;
import dev.elm4j.model.LikelihoodModel;
import dev.elm4j.text.AnswerLines;
import dev.elm4j.text.Excerpt;
import dev.elm4j.text.Template;
import dev.langchain4j.model.chat.ChatModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One-sentence opinions about a subject, as long and as short, as kind and as harsh as can be found.
 *
 * <p>Measures: number of words (2 to 20) and sentiment (-1 to 1, how much likelier {@code positive} is than
 * {@code negative}, calibrated on labelled sentences). Objective: relevance, the probability that the sentence is about the
 * subject's topic and not about one of three others, in [0, 1]. Failures: fewer than {@value #FEWEST_WORDS} words, more than
 * {@value #MOST_WORDS}, or more than {@value #MOST_CHARACTERS} characters.
 *
 * <pre>{@code
 * var opinions = Opinions.about("a restaurant meal", model);
 * opinions.calibration();   // how well this model tells kind from harsh
 * Elm.search(opinions).operators(Crossover.lmx(model, 4)).run(200);
 * }</pre>
 *
 * <p>Each sentence costs two calls to the model. The questions are the same for each subject; a subject decides the topic,
 * the seeds and the task's text. Immutable; safe to share between threads.
 *
 * @see <a href="https://arxiv.org/abs/2310.13032">Bradley 2023, Quality-Diversity through AI Feedback</a>
 */
public final class Opinions implements Environment<String> {

    /** Sentences with fewer words fail. */
    public static final int FEWEST_WORDS = 2;

    /** Sentences with more words fail. */
    public static final int MOST_WORDS = 25;

    /** Sentences with more characters fail: words so long are no words. */
    public static final int MOST_CHARACTERS = 400;

    private static final int SHOWN = 40;

    private final Subject subject;
    private final Tone sentiment;
    private final Share relevance;

    private Opinions(Subject subject, Tone sentiment, Share relevance) {
        this.subject = subject;
        this.sentiment = sentiment;
        this.relevance = relevance;
    }

    /**
     * Opinions about a subject that this package knows: {@code a restaurant meal}.
     *
     * @param model judges; must be a {@link LikelihoodModel}, as the model in the kernel is
     * @throws IllegalArgumentException if the subject is unknown, or the model cannot tell likelihoods
     */
    public static Opinions about(String subject, ChatModel model) {
        return about(Subject.named(subject), model);
    }

    /**
     * Opinions about a subject of one's own. The sentiment judge is calibrated now, by one call to the model for each
     * labelled sentence (about 2 s with the default model); these calls belong to no candidate and to no budget.
     *
     * @param model judges; must be a {@link LikelihoodModel}, as the model in the kernel is
     * @throws IllegalArgumentException if the model cannot tell likelihoods
     * @throws java.util.concurrent.CancellationException if the thread is interrupted while it calibrates
     */
    public static Opinions about(Subject subject, ChatModel model) {
        requireNonNull(model, "Opinions need a model that judges, but got null. Try Models.local() or Models.tiny().");
        if (!(model instanceof LikelihoodModel judge)) {
            throw new IllegalArgumentException(
                    ("Opinions need a model that tells log-likelihoods, but %s does not. Judge with the model in the kernel, "
                                    + "Models.local(); this one can still write: Crossover.lmx(model, 4).")
                            .formatted(model.getClass().getSimpleName()));
        }
        return new Opinions(
                subject,
                Tone.calibrated(sentimentQuestion(), judge, Examples.sentiment()),
                Share.of(topicQuestion(), judge, " " + subject.topic()));
    }

    static LikelihoodJudge sentimentQuestion() {
        return LikelihoodJudge.of(
                "sentiment-1", Template.resource(Opinions.class, "sentiment.txt"), " positive", " negative");
    }

    static LikelihoodJudge topicQuestion() {
        return LikelihoodJudge.of(
                "topic-1",
                Template.resource(Opinions.class, "topic.txt"),
                Subject.TOPICS.stream().map(topic -> " " + topic).toArray(String[]::new));
    }

    /** How sentiment is mapped, and how well the model tells it. */
    public Calibration calibration() {
        return sentiment.calibration();
    }

    /** What the opinions are about. */
    public Subject subject() {
        return subject;
    }

    /** The judge of the second measure. */
    public Tone sentiment() {
        return sentiment;
    }

    /** The judge of the objective. */
    public Share relevance() {
        return relevance;
    }

    @Override
    public String name() {
        return "opinions";
    }

    /** Changes with the judges' questions, the model and the calibration. */
    @Override
    public String version() {
        return "1; %s; %s".formatted(sentiment.identity(), relevance.identity());
    }

    @Override
    public String task() {
        return "Write one sentence, " + FEWEST_WORDS + " to 20 words long, that gives somebody's opinion about "
                + subject.name() + ".";
    }

    @Override
    public Codec<String> codec() {
        return Codec.string();
    }

    @Override
    public List<Axis> axes() {
        return List.of(
                Axis.of("length", 2, 20).unit("words").bins(10),
                Axis.of("sentiment", -1, 1).bins(10));
    }

    @Override
    public List<String> seeds() {
        return subject.seeds();
    }

    @Override
    public List<Evaluation> evaluate(List<String> sentences, Context context) {
        var evaluations = new ArrayList<Evaluation>(sentences.size());
        var judged = new ArrayList<Call<String>>();
        for (int i = 0; i < sentences.size(); i++) {
            Evaluation refusal = refusal(sentences.get(i));
            evaluations.add(refusal); // null until judged
            if (refusal == null) {
                judged.add(new Call<>(i, sentences.get(i)));
            }
        }
        if (!judged.isEmpty()) {
            judge(judged, context, evaluations);
        }
        return evaluations;
    }

    private void judge(List<Call<String>> sentences, Context context, List<Evaluation> evaluations) {
        List<Double> tones = sentiment.judge(sentences, context);
        List<Double> shares = relevance.judge(sentences, context);
        for (int i = 0; i < sentences.size(); i++) {
            Call<String> sentence = sentences.get(i);
            int words = AnswerLines.words(sentence.request());
            evaluations.set(sentence.index(), Evaluation.of(shares.get(i), words, tones.get(i)));
        }
    }

    /** Why a sentence is not judged at all, or null if it is. */
    private static Evaluation refusal(String sentence) {
        int words = AnswerLines.words(sentence);
        if (words < FEWEST_WORDS) {
            return Evaluation.failed(
                    "too short", reason(words, words == 1 ? "word" : "words", "at least " + FEWEST_WORDS, sentence));
        }
        if (words > MOST_WORDS) {
            return Evaluation.failed("too long", reason(words, "words", "at most " + MOST_WORDS, sentence));
        }
        int characters = sentence.length();
        return characters > MOST_CHARACTERS
                ? Evaluation.failed(
                        "too long", reason(characters, "characters", "at most " + MOST_CHARACTERS, sentence))
                : null;
    }

    private static String reason(int count, String unit, String limit, String sentence) {
        // journaled, so the same in every country
        return String.format(
                Locale.ROOT, "%,d %s, but an opinion has %s: %s", count, unit, limit, Excerpt.of(sentence, SHOWN));
    }

    @Override
    public String toString() {
        return "Opinions about %s: length x sentiment, judged by relevance. %s"
                .formatted(subject.name(), calibration());
    }
}
