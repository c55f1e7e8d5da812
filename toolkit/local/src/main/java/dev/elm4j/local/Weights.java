package dev.elm4j.local;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtEngine;
import ai.djl.pytorch.jni.IValue;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A model's numbers in native memory, in the order of {@link LlamaScript}. Each tensor is unpacked into a buffer of native
 * memory, and the script keeps it from there, in the numbers of the precision and on its device; where it copies, one
 * buffer per shape is used for all layers. Java never sees a type other than 32-bit floats: the engine's bridge ends the
 * process on some.
 */
final class Weights implements AutoCloseable {

    private final Checkpoint checkpoint;
    private final ModelConfig config;
    private final Script script;
    private final NDManager staging;
    private final Map<Long, NDArray> buffers = new HashMap<>();
    private final IValue vectors;
    private final IValue matrices;
    private long bytes;

    private Weights(Checkpoint checkpoint, ModelConfig config, Script script) {
        this.checkpoint = checkpoint;
        this.config = config;
        this.script = script;
        this.staging = NDManager.newBaseManager(Device.cpu(), PtEngine.ENGINE_NAME);
        this.vectors = script.call("vectors");
        this.matrices = script.call("matrices");
    }

    /** Reads all of them. */
    static Weights read(Checkpoint checkpoint, ModelConfig config, Script script) {
        Weights weights = new Weights(checkpoint, config, script);
        try {
            weights.embedding();
            weights.rotary();
            weights.vector(config.width(), TensorNames.NORM);
            for (int i = 0; i < config.layers(); i++) {
                weights.layer(i);
            }
        } catch (RuntimeException failure) {
            weights.close();
            throw failure;
        } finally {
            weights.staging.close();
        }
        return weights;
    }

    /** {@code w} of the script. */
    IValue vectors() {
        return vectors;
    }

    /** {@code m} of the script. */
    IValue matrices() {
        return matrices;
    }

    /** Native memory that they take. */
    long bytes() {
        return bytes;
    }

    @Override
    public void close() {
        vectors.close();
        matrices.close();
    }

    /** Where the head is the embedding, both are one tensor, unless the precision packs matrices into its own form. */
    private void embedding() {
        boolean own = checkpoint.tensors().containsKey(TensorNames.HEAD);
        try (NDArray table = empty(config.vocabulary(), config.width())) {
            checkpoint.read(TensorNames.EMBEDDING, floats(table));
            script.keep("table", vectors, table);
            bytes += table.size() * script.precision().bytes();
            if (!own && script.precision() == Precision.FP16_PACKED) {
                script.keep("pack", matrices, table);
                bytes += table.size() * script.precision().bytes();
            } else if (!own) {
                script.share(matrices, vectors);
            }
        }
        if (own) {
            matrix(TensorNames.HEAD);
        }
    }

    private void rotary() {
        try (NDArray cosines = empty(config.context(), config.headSize());
                NDArray sines = empty(config.context(), config.headSize())) {
            RotaryTables.fill(config, floats(cosines), floats(sines));
            keepVector(cosines);
            keepVector(sines);
        }
    }

    private void layer(int i) {
        vector(config.width(), TensorNames.block(i, "attn_norm"));
        vector(config.width(), TensorNames.block(i, "ffn_norm"));
        if (config.architecture().biased()) {
            vector(
                    config.queries() + 2 * config.keys(),
                    TensorNames.bias(i, "attn_q"),
                    TensorNames.bias(i, "attn_k"),
                    TensorNames.bias(i, "attn_v"));
        }
        if (config.architecture().headNorms()) {
            headNorms(i);
        }
        matrix(TensorNames.block(i, "attn_q"), TensorNames.block(i, "attn_k"), TensorNames.block(i, "attn_v"));
        matrix(TensorNames.block(i, "attn_output"));
        matrix(TensorNames.block(i, "ffn_gate"), TensorNames.block(i, "ffn_up"));
        matrix(TensorNames.block(i, "ffn_down"));
    }

    /** One row for each head of the queries, then of the keys. */
    private void headNorms(int i) {
        try (NDArray array = empty(config.heads() + config.keyHeads(), config.headSize())) {
            FloatBuffer out = floats(array);
            for (int head = 0; head < config.heads() + config.keyHeads(); head++) {
                checkpoint.read(TensorNames.block(i, head < config.heads() ? "attn_q_norm" : "attn_k_norm"), out);
            }
            keepVector(array);
        }
    }

    private void vector(long size, String... names) {
        try (NDArray array = empty(size)) {
            fill(array, names);
            keepVector(array);
        }
    }

    private void keepVector(NDArray array) {
        script.keep("vector", vectors, array);
        bytes += array.size() * Float.BYTES;
    }

    /** Stacks matrices by rows. */
    private void matrix(String... names) {
        long rows = 0;
        for (String name : names) {
            rows += checkpoint.tensors().get(name).rows();
        }
        withBuffer(rows, checkpoint.tensors().get(names[0]).columns(), array -> {
            fill(array, names);
            script.keep("pack", matrices, array);
            bytes += array.size() * script.precision().bytes();
        });
    }

    /** A buffer that the script copies is used again; one that it keeps is not. */
    private void withBuffer(long rows, long columns, Consumer<NDArray> use) {
        if (script.copies()) {
            use.accept(buffers.computeIfAbsent(rows << 32 | columns, shape -> empty(rows, columns)));
        } else {
            try (NDArray array = empty(rows, columns)) {
                use.accept(array);
            }
        }
    }

    private void fill(NDArray array, String... names) {
        FloatBuffer out = floats(array);
        for (String name : names) {
            checkpoint.read(name, out);
        }
    }

    private NDArray empty(long... shape) {
        return staging.create(new Shape(shape), DataType.FLOAT32);
    }

    private static FloatBuffer floats(NDArray array) {
        return array.toByteBuffer(true).order(ByteOrder.nativeOrder()).asFloatBuffer();
    }
}
