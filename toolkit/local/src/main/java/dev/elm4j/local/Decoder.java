package dev.elm4j.local;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.IValue;

/**
 * A transformer of one of the known {@link Architecture}s: takes tokens, tells how likely the next ones are. Used on one
 * thread only.
 */
final class Decoder implements AutoCloseable {

    /** Positions that go through the head at once: their logits take this times the vocabulary times 4 bytes. */
    private static final int HEAD_ROWS = 128;

    private final ModelConfig config;
    private final Script script;
    private final Weights weights;
    private final IValue shape;
    private final KeyValueCache none;

    /** Reads the weights of an open checkpoint; the engine must have been started. */
    Decoder(Checkpoint checkpoint, ModelConfig config, Backend backend) {
        this.config = config;
        this.script = Script.load(backend.device(), backend.precision());
        try {
            this.weights = Weights.read(checkpoint, config, script);
        } catch (RuntimeException failure) {
            script.close();
            throw failure;
        }
        this.shape = IValue.listFrom(shape(config));
        this.none = new KeyValueCache(script, config, 0, 0);
    }

    private static long[] shape(ModelConfig config) {
        int bias = config.architecture().biased() ? 1 : 0;
        int headNorms = config.architecture().headNorms() ? 1 : 0;
        return new long[] {
            config.layers(), config.heads(), config.keyHeads(), config.headSize(), 2 + bias + headNorms, bias, headNorms
        };
    }

    ModelConfig config() {
        return config;
    }

    /** Native memory of the weights. */
    long bytes() {
        return weights.bytes();
    }

    /** An empty cache. */
    KeyValueCache cache(int rows, int capacity) {
        return new KeyValueCache(script, config, rows, capacity);
    }

    /** Appends tokens to the cache. */
    void feed(TokenBlock tokens, KeyValueCache cache) {
        try (Arguments arguments = new Arguments(script)) {
            step(arguments, tokens, cache, cache.length(), true).call("hidden");
        }
        cache.grow(tokens.length());
    }

    /**
     * Appends tokens to the cache and tells the likeliest next tokens of each row.
     *
     * @param temperatures {@code float[rows]}, by which the logits are divided
     * @param count how many tokens, at most the vocabulary's size
     */
    NextTokens next(TokenBlock tokens, KeyValueCache cache, float[] temperatures, int count) {
        try (Arguments arguments = new Arguments(script)) {
            step(arguments, tokens, cache, cache.length(), true)
                    .floats(temperatures, temperatures.length, 1)
                    .integer(count);
            float[] result = arguments.call("top").toFloatArray();
            cache.grow(tokens.length());
            return new NextTokens(result, count);
        }
    }

    /** Logarithms of the probabilities of the asked tokens, after the first {@code past} tokens of a one-row cache. */
    double[] score(TokenBlock tokens, KeyValueCache prefix, int past, ScoredPairs pairs) {
        KeyValueCache cache = past == 0 ? none : prefix;
        double[] result = new double[pairs.size()];
        try (Arguments arguments = new Arguments(script)) {
            PtNDArray hidden = step(arguments, tokens, cache, past, false).call("hidden");
            pairs.pieces(HEAD_ROWS, piece -> score(hidden, piece, result));
        }
        return result;
    }

    private void score(PtNDArray hidden, ScoredPairs.Piece piece, double[] result) {
        try (Arguments arguments = new Arguments(script)) {
            float[] found = arguments
                    .tensor(hidden)
                    .shared(weights.vectors())
                    .shared(weights.matrices())
                    .real(config.epsilon())
                    .longs(piece.positions(), piece.positions().length)
                    .longs(piece.rows(), piece.rows().length)
                    .longs(piece.targets(), piece.targets().length)
                    .call("score")
                    .toFloatArray();
            for (int i = 0; i < found.length; i++) {
                result[piece.first() + i] = Math.min(0, found[i]);
            }
        }
    }

    private Arguments step(Arguments arguments, TokenBlock tokens, KeyValueCache cache, int past, boolean write) {
        int rows = tokens.rows();
        return arguments
                .longs(tokens.ids(), rows, tokens.length())
                .longs(tokens.positions(), rows, tokens.length())
                .longs(tokens.groups(), rows, tokens.groups().length / rows)
                .shared(weights.vectors())
                .shared(weights.matrices())
                .shared(cache.value())
                .integer(past)
                .flag(write)
                .shared(shape)
                .real(config.epsilon());
    }

    @Override
    public void close() {
        none.close();
        shape.close();
        weights.close();
        script.close();
    }
}
