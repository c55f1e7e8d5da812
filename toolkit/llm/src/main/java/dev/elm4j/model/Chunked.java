package dev.elm4j.model;

import static java.util.Objects.requireNonNull;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets an embedding model that silently cuts long texts off (MiniLM reads 128 tokens) see all of them: a long text is asked
 * for in pieces of whole sentences, and its vector is the mean of theirs, each weighted by its words, at length 1.
 *
 * <pre>{@code
 * var whole = Chunked.of(embeddings);
 * whole.embed("A word. ".repeat(1_000)).content().dimension();   // as that of a short text
 * Chunked.pieces("One two. Three four five. Six.", 4);           // [One two., Three four five. Six.]
 * }</pre>
 *
 * <p>A text of one piece has the vector that the model gives it. Sentences end at {@code . ! ? …} or their full-width forms
 * before a blank, and at line ends; a sentence that is too long is cut between words. A text without blanks is one word
 * however long it is. Safe to share between threads if the model it wraps is.
 */
public final class Chunked implements EmbeddingModel, Identified {

    /** Words of a piece, if nothing else was said; with MiniLM's vocabulary rarely over 128 tokens. */
    public static final int WORDS = 90;

    private final EmbeddingModel model;
    private final int words;

    private Chunked(EmbeddingModel model, int words) {
        this.model = model;
        this.words = words;
    }

    /** The model, with pieces of at most {@value #WORDS} words. */
    public static Chunked of(EmbeddingModel model) {
        return new Chunked(requireNonNull(model, "model"), WORDS);
    }

    /**
     * A copy with pieces of at most so many words.
     *
     * @param words at least 1
     */
    public Chunked words(int words) {
        require(words);
        return new Chunked(model, words);
    }

    /**
     * The pieces of a text.
     *
     * @param words at most so many in each, at least 1
     * @return at least one; together they have all words of the text, in order
     */
    public static List<String> pieces(String text, int words) {
        require(words);
        return TextPieces.of(text, words);
    }

    @Override
    public Response<List<Embedding>> embedAll(List<TextSegment> texts) {
        var pieces = new ArrayList<TextSegment>();
        var counts = new ArrayList<Integer>();
        for (TextSegment text : texts) {
            List<String> parts = TextPieces.of(text.text(), words);
            counts.add(parts.size());
            parts.forEach(part -> pieces.add(TextSegment.from(part, text.metadata())));
        }
        Response<List<Embedding>> response = model.embedAll(pieces);
        var whole = new ArrayList<Embedding>(texts.size());
        int next = 0;
        for (int count : counts) {
            whole.add(
                    mean(pieces.subList(next, next + count), response.content().subList(next, next + count)));
            next += count;
        }
        return Response.from(whole, response.tokenUsage());
    }

    private static Embedding mean(List<TextSegment> pieces, List<Embedding> vectors) {
        if (vectors.size() == 1) {
            return vectors.get(0);
        }
        var sum = new double[vectors.get(0).dimension()];
        for (int piece = 0; piece < vectors.size(); piece++) {
            float[] vector = vectors.get(piece).vector();
            int weight = TextPieces.words(pieces.get(piece).text());
            for (int i = 0; i < sum.length; i++) {
                sum[i] += weight * vector[i];
            }
        }
        return Embedding.from(atLengthOne(sum));
    }

    private static float[] atLengthOne(double[] vector) {
        double squares = 0;
        for (double coordinate : vector) {
            squares += coordinate * coordinate;
        }
        double length = squares == 0 ? 1 : Math.sqrt(squares);
        var unit = new float[vector.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = (float) (vector[i] / length);
        }
        return unit;
    }

    private static void require(int words) {
        if (words < 1) {
            throw new IllegalArgumentException("A piece needs words of at least 1, but was %d.".formatted(words));
        }
    }

    @Override
    public int dimension() {
        return model.dimension();
    }

    @Override
    public String modelName() {
        return model.modelName();
    }

    @Override
    public String identity() {
        return "%s in pieces of %d words".formatted(ModelName.identity(model), words);
    }

    @Override
    public String toString() {
        return identity();
    }
}
