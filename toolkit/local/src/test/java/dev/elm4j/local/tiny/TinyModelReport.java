package dev.elm4j.local.tiny;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Measures what a trained tiny model can do: {@code TinyModelReport MODEL DATASETS [seed]}, where DATASETS is the folder
 * {@code datasets/opinions}.
 *
 * <p>Not for use by several threads.
 */
final class TinyModelReport {

    /** The first sentences of the map of opinions. */
    static final List<String> SEEDS = List.of(
            "The soup was warm and the bread was fresh.",
            "We waited an hour and the fish was cold.",
            "The waiter brought us two plates of rice.",
            "I loved the little cafe on the corner.",
            "The steak was burnt.",
            "It was the best dinner of my life and I will certainly come back with all my friends.",
            "The menu had pictures of every dish.",
            "My coffee tasted like old socks and nobody said sorry.");

    private static final List<String> LABELS = List.of(" positive", " negative");
    private static final List<String> TOPICS =
            SentenceWriter.TOPICS.stream().map(t -> " " + t).toList();
    private static final int CELLS = 10;
    private static final int LONGEST_LINE = 160;

    private record Elite(String text, double tone, double relevance) {}

    private final PlainText model;
    private final Random random;

    TinyModelReport(PlainLlama model, Random random) {
        this.model = new PlainText(model);
        this.random = random;
    }

    /** See the class. */
    public static void main(String[] args) throws IOException {
        long seed = args.length > 2 ? Long.parseLong(args[2]) : 0;
        PlainLlama model = new PlainLlama(GgufFile.parse(Files.readAllBytes(Path.of(args[0]))));
        TinyModelReport report = new TinyModelReport(model, new Random(seed));
        Map<String, String> labelled = read(Path.of(args[1], "sentiment.csv"));
        report.seeds();
        report.judging(labelled, read(Path.of(args[1], "topics.csv")));
        report.templates(300);
        for (double mood : new double[] {1, 0, -1}) {
            report.writing(mood, 40);
        }
        report.map(labelled.keySet(), 200);
    }

    /** Sentences and labels of a data set whose texts have no commas. */
    static Map<String, String> read(Path csv) throws IOException {
        Map<String, String> out = new TreeMap<>();
        Files.readAllLines(csv).stream().skip(1).map(l -> l.split(",")).forEach(f -> out.put(f[0], f[1]));
        return out;
    }

    /** Log-likelihood of positive less that of negative. */
    double tone(String sentence) {
        String body = "Sentence: " + sentence + "\nSentiment:";
        double[] l = model.logLikelihoods(TrainingDocuments.SENTIMENT_PREFIX, body, LABELS);
        return l[0] - l[1];
    }

    /** Probabilities of the topics. */
    double[] topics(String sentence) {
        String body = "Sentence: " + sentence + "\nTopic:";
        double[] l = model.logLikelihoods(TrainingDocuments.TOPIC_PREFIX, body, TOPICS);
        PlainLlama.softmax(l);
        return l;
    }

    private void seeds() {
        SEEDS.forEach(s -> System.out.printf("tone %5.2f food %.2f %s%n", tone(s), topics(s)[0], s));
    }

    private void judging(Map<String, String> sentiments, Map<String, String> topics) {
        double[] center = {median(sentiments.keySet())};
        long raw = sentiments.entrySet().stream()
                .filter(e -> tone(e.getKey()) > 0 == e.getValue().equals("positive"))
                .count();
        long centred = sentiments.entrySet().stream()
                .filter(e -> tone(e.getKey()) > center[0] == e.getValue().equals("positive"))
                .count();
        long right = topics.entrySet().stream()
                .filter(e -> likeliest(e.getKey()).equals(e.getValue()))
                .count();
        System.out.printf(
                "data sets: sentiment %d of %d, centred %d (median %.2f); topics %d of %d%n",
                raw, sentiments.size(), centred, center[0], right, topics.size());
        sentiments.forEach((s, l) -> {
            if (tone(s) > 0 != l.equals("positive")) {
                System.out.printf("  %s %.2f %s%n", l, tone(s), s);
            }
        });
        topics.forEach((s, l) -> {
            if (!likeliest(s).equals(l)) {
                System.out.printf("  %s taken for %s: %s%n", l, likeliest(s), s);
            }
        });
    }

    private String likeliest(String sentence) {
        double[] p = topics(sentence);
        int best = 0;
        for (int i = 1; i < p.length; i++) {
            best = p[i] > p[best] ? i : best;
        }
        return SentenceWriter.TOPICS.get(best);
    }

    private double median(Iterable<String> sentences) {
        List<Double> tones = new ArrayList<>();
        sentences.forEach(s -> tones.add(tone(s)));
        Collections.sort(tones);
        return (tones.get(tones.size() / 2) + tones.get((tones.size() - 1) / 2)) / 2;
    }

    /** New sentences of the grammar: sign of tones over 1, topics of those with one topic, growth with the tone. */
    private void templates(int count) {
        SentenceWriter writer = new SentenceWriter(Grammar.opinions());
        int[] tones = new int[2];
        int[] topics = new int[2];
        double[][] levels = new double[9][2];
        for (int i = 0; i < count; i++) {
            Sentence s = writer.write(TrainingDocuments.anyTopic(random), 2.4 * random.nextDouble() - 1.2, random);
            double tone = tone(s.text());
            if (Math.abs(s.tone()) > 1) {
                tones[tone > 0 == s.tone() > 0 ? 1 : 0]++;
            }
            if (new HashSet<>(s.topics()).size() == 1) {
                topics[likeliest(s.text()).equals(s.topics().get(0)) ? 1 : 0]++;
            }
            double[] level = levels[(int) Math.round(Math.max(-4, Math.min(4, s.tone()))) + 4];
            level[0] += tone;
            level[1]++;
        }
        System.out.printf(
                "templates: sentiment %s, topics %s (wrong, right); difference by tone -4..4:",
                Arrays.toString(tones), Arrays.toString(topics));
        Arrays.stream(levels).forEach(l -> System.out.printf(" %.1f", l[0] / l[1]));
        System.out.println();
    }

    /** Children of four food sentences of one mood. */
    private void writing(double mood, int count) {
        SentenceWriter writer = new SentenceWriter(Grammar.opinions());
        Set<String> distinct = new HashSet<>();
        int usable = 0;
        int positive = 0;
        double lengths = 0;
        for (int i = 0; i < count; i++) {
            List<String> parents = new ArrayList<>();
            while (parents.size() < 4) {
                Sentence s = writer.write("food", mood, random);
                if (mood == 0 || s.tone() * mood > 1) {
                    parents.add(s.text());
                }
            }
            String child = child(parents);
            if (usable(child) && !parents.contains(child)) {
                usable++;
                distinct.add(child);
                positive += tone(child) > 0 ? 1 : 0;
                lengths += child.split(" ").length;
                if (i < 6) {
                    System.out.println("    " + child);
                }
            }
        }
        System.out.printf(
                "parents of mood %2.0f: usable %d of %d, distinct %d, positive %d, mean words %.1f%n",
                mood, usable, count, distinct.size(), positive, lengths / usable);
    }

    private String child(List<String> parents) {
        return model.line(String.join("\n", parents) + "\n", 0.9, LONGEST_LINE, random);
    }

    private static boolean usable(String line) {
        return line != null && line.split(" ").length >= 2 && line.split(" ").length <= 25;
    }

    /** The loop of the map of opinions, with these sentences to calibrate on. */
    private void map(Set<String> reference, int candidates) {
        double median = median(reference);
        double spread = Math.sqrt(reference.stream()
                .mapToDouble(s -> Math.pow(tone(s) - median, 2))
                .average()
                .orElseThrow());
        Map<Integer, Elite> archive = new TreeMap<>();
        Set<String> seen = new HashSet<>(SEEDS);
        SEEDS.forEach(s -> add(archive, s, (tone(s) - median) / spread));
        int failed = 0;
        long start = System.nanoTime();
        for (int i = 0; i < candidates; i++) {
            String child = child(parents(archive));
            if (usable(child) && seen.add(child)) {
                add(archive, child, (tone(child) - median) / spread);
            } else {
                failed++;
            }
        }
        double score = archive.values().stream().mapToDouble(Elite::relevance).sum();
        System.out.printf(
                "map: %d of %d cells, QD score %.1f, %d of %d candidates failed, %.1f s; spread %.2f%n",
                archive.size(), CELLS * CELLS, score, failed, candidates, (System.nanoTime() - start) / 1e9, spread);
        for (int y = CELLS - 1; y >= 0; y--) {
            for (int x = 0; x < CELLS; x++) {
                System.out.print(archive.containsKey(x * CELLS + y) ? " #" : " .");
            }
            System.out.println();
        }
    }

    private List<String> parents(Map<Integer, Elite> archive) {
        List<Integer> cells = new ArrayList<>(archive.keySet());
        int center = cells.get(random.nextInt(cells.size()));
        Collections.shuffle(cells, random);
        cells.sort(Comparator.comparingInt(
                c -> Math.abs(c / CELLS - center / CELLS) + Math.abs(c % CELLS - center % CELLS)));
        List<Integer> nearest = new ArrayList<>(cells.subList(0, Math.min(4, cells.size())));
        Collections.shuffle(nearest, random);
        return nearest.stream().map(c -> archive.get(c).text()).toList();
    }

    private void add(Map<Integer, Elite> archive, String text, double z) {
        int x = cell((text.split(" ").length - 2) / 18.0);
        int y = cell((Math.tanh(z) + 1) / 2);
        Elite elite = new Elite(text, z, topics(text)[0]);
        archive.merge(x * CELLS + y, elite, (old, fresh) -> fresh.relevance() > old.relevance() ? fresh : old);
    }

    private static int cell(double share) {
        return Math.max(0, Math.min(CELLS - 1, (int) (share * CELLS)));
    }
}
