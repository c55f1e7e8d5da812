package dev.elm4j.local.tiny;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatasetsTest {

    private static final Path FOLDER = Path.of("..", "..", "datasets", "opinions");

    @ParameterizedTest
    @CsvSource({
        "sentiment.csv, 'text,label', 24, negative positive",
        "topics.csv, 'text,topic', 10, family food sport travel"
    })
    void everyLabelHasTheSameNumberOfRowsAndNoOtherOccurs(String name, String header, int each, String labels)
            throws IOException {
        List<String> lines = Files.readAllLines(FOLDER.resolve(name));

        assertThat(lines.get(0)).isEqualTo(header);
        assertThat(lines).allSatisfy(line -> assertThat(line.split(",", -1)).hasSize(2));
        var counts = lines.stream().skip(1).collect(Collectors.groupingBy(l -> l.split(",")[1], Collectors.counting()));
        assertThat(counts.keySet()).containsExactlyInAnyOrder(labels.split(" "));
        assertThat(counts.values()).containsOnly((long) each);
    }

    @ParameterizedTest
    @CsvSource({"sentiment.csv", "topics.csv"})
    void textsAreShortPlainSentencesAndNoneComesTwice(String name) throws IOException {
        List<String> texts = texts(name);

        assertThat(texts.stream().map(t -> t.toLowerCase(Locale.ROOT))).doesNotHaveDuplicates();
        assertThat(texts).allMatch(t -> t.matches("[A-Z][A-Za-z ]{8,80}\\."));
    }

    @Test
    void noTextStandsInThePromptsOrAmongTheFirstSentencesOfTheMap() throws IOException {
        String prompts = TrainingDocuments.SENTIMENT_PREFIX + TrainingDocuments.TOPIC_PREFIX;

        assertThat(allTexts()).noneMatch(prompts::contains).doesNotContainAnyElementsOf(TinyModelReport.SEEDS);
    }

    @Test
    void theGrammarOfTheTinyModelDoesNotWriteThem() throws IOException {
        SentenceWriter writer = new SentenceWriter(Grammar.opinions());
        Random random = new Random(1);
        Set<String> written = new HashSet<>();
        for (int i = 0; i < 50_000; i++) {
            written.add(writer.write(TrainingDocuments.anyTopic(random), random.nextDouble() - 0.5, random)
                    .text());
        }

        assertThat(written).doesNotContainAnyElementsOf(allTexts());
    }

    @Test
    void theCardTellsTheirSizes() throws IOException {
        String card = Files.readString(FOLDER.resolve("README.md"));

        for (String name : List.of("sentiment.csv", "topics.csv")) {
            long bytes = Files.size(FOLDER.resolve(name));
            assertThat(card)
                    .contains(String.format(
                            Locale.ROOT,
                            "| `%s` | %d | %,d |",
                            name,
                            texts(name).size(),
                            bytes));
        }
    }

    private static Set<String> allTexts() throws IOException {
        Set<String> out = new HashSet<>(texts("sentiment.csv"));
        out.addAll(texts("topics.csv"));
        return out;
    }

    private static List<String> texts(String name) throws IOException {
        return Files.readAllLines(FOLDER.resolve(name)).stream()
                .skip(1)
                .map(l -> l.split(",")[0])
                .toList();
    }
}
