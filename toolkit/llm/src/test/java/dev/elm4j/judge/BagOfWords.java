package dev.elm4j.judge;

import dev.elm4j.model.Identified;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.model.output.TokenUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** An embedding model for tests: a dimension for each of some words, counted; and one for all others. */
final class BagOfWords implements EmbeddingModel, Identified {

    final List<Integer> batches = new CopyOnWriteArrayList<>();
    private final List<String> words;

    BagOfWords(String... words) {
        this.words = List.of(words);
    }

    @Override
    public String identity() {
        return "bag of " + words;
    }

    @Override
    public Response<List<Embedding>> embedAll(List<TextSegment> texts) {
        batches.add(texts.size());
        var embeddings = new ArrayList<Embedding>();
        int tokens = 0;
        for (TextSegment text : texts) {
            float[] counts = new float[words.size() + 1];
            for (String word : text.text().toLowerCase(Locale.ROOT).split("[^a-z]+")) {
                int place = words.indexOf(word);
                counts[place < 0 ? words.size() : place] += place < 0 ? 0.1f : 1;
                tokens++;
            }
            embeddings.add(Embedding.from(counts));
        }
        return Response.from(embeddings, new TokenUsage(tokens));
    }
}
