package dev.elm4j.local;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.IValue;

/**
 * Keys and values of the tokens that the decoder has seen: one tensor {@code [layers][2][rows][heads][capacity][head
 * size]}, of which the first {@link #length} tokens of a row are set. Used on one thread only.
 */
final class KeyValueCache implements AutoCloseable {

    private final Script script;
    private final NDArray memory;
    private final IValue value;
    private int length;

    KeyValueCache(Script script, ModelConfig config, int rows, int capacity) {
        this.script = script;
        this.memory = script.empty(config.layers(), 2, rows, config.keyHeads(), capacity, config.headSize());
        this.value = IValue.from((PtNDArray) memory);
    }

    IValue value() {
        return value;
    }

    int length() {
        return length;
    }

    void grow(int tokens) {
        length += tokens;
    }

    /** Copies one row over another. */
    void copy(int from, int to) {
        if (from != to) {
            try (Arguments arguments = new Arguments(script)) {
                arguments
                        .shared(value)
                        .integer(from)
                        .integer(to)
                        .integer(length)
                        .call("move");
            }
        }
    }

    @Override
    public void close() {
        value.close();
        memory.close();
    }
}
