package dev.elm4j.local;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.IValue;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A model's numbers in native memory, in the order of {@link LlamaScript}. Each matrix is unpacked straight into native
 * memory; where it is packed again, one buffer per shape is used for all layers.
 */
final class Weights implements AutoCloseable {

    private final Script script;
    private final Precision precision;
    private final List<PtNDArray> vectors = new ArrayList<>();
    private final List<PtNDArray> matrices = new ArrayList<>();
    private final Map<Long, NDArray> buffers = new HashMap<>();
    private final IValue packed;
    private long bytes;
    private IValue vectorList;
    private IValue matrixList;

    private Weights(Script script, Precision precision) {
        this.script = script;
        this.precision = precision;
        this.packed = precision == Precision.FP16_PACKED ? script.call("packs") : null;
    }

    /** Reads all of them. */
    static Weights read(ModelFile file, ModelConfig config, Script script, Precision precision) {
        Weights weights = new Weights(script, precision);
        weights.embedding(file);
        weights.rotary(config);
        weights.vectors.add(weights.plain(file, TensorNames.NORM));
        RowOrder rotary = RowOrder.rotary(config.headSize());
        for (int i = 0; i < config.layers(); i++) {
            weights.layer(file, i, rotary);
        }
        weights.finish();
        return weights;
    }

    /** {@code w} of the script. */
    IValue vectors() {
        return vectorList;
    }

    /** {@code m} of the script. */
    IValue matrices() {
        return matrixList;
    }

    /** Native memory that they take. */
    long bytes() {
        return bytes;
    }

    @Override
    public void close() {
        vectorList.close();
        matrixList.close();
    }

    private void embedding(ModelFile file) {
        PtNDArray table = plain(file, TensorNames.EMBEDDING);
        if (file.tensors().containsKey(TensorNames.HEAD)) {
            matrix(file, RowOrder.STORED, TensorNames.HEAD);
        } else {
            keep(table);
        }
        vectors.add(precision == Precision.FP16_PACKED ? half(table) : table);
    }

    private PtNDArray half(PtNDArray table) {
        try (IValue argument = IValue.from(table);
                IValue result = script.call("half", argument)) {
            return result.toTensor(script.memory());
        } finally {
            table.close();
        }
    }

    private void rotary(ModelConfig config) {
        int half = config.headSize() / 2;
        PtNDArray cosines = (PtNDArray) script.empty(config.context(), config.headSize());
        PtNDArray sines = (PtNDArray) script.empty(config.context(), config.headSize());
        FloatBuffer cosine = floats(cosines);
        FloatBuffer sine = floats(sines);
        for (int position = 0; position < config.context(); position++) {
            for (int i = 0; i < config.headSize(); i++) {
                double angle = position * Math.pow(config.ropeBase(), -2.0 * (i % half) / config.headSize());
                cosine.put((float) Math.cos(angle));
                sine.put((float) (i < half ? -Math.sin(angle) : Math.sin(angle)));
            }
        }
        vectors.add(cosines);
        vectors.add(sines);
    }

    private void layer(ModelFile file, int i, RowOrder rotary) {
        vectors.add(plain(file, TensorNames.block(i, "attn_norm")));
        vectors.add(plain(file, TensorNames.block(i, "ffn_norm")));
        matrix(
                file,
                rotary,
                TensorNames.block(i, "attn_q"),
                TensorNames.block(i, "attn_k"),
                TensorNames.block(i, "attn_v"));
        matrix(file, RowOrder.STORED, TensorNames.block(i, "attn_output"));
        matrix(file, RowOrder.STORED, TensorNames.block(i, "ffn_gate"), TensorNames.block(i, "ffn_up"));
        matrix(file, RowOrder.STORED, TensorNames.block(i, "ffn_down"));
    }

    private PtNDArray plain(ModelFile file, String name) {
        TensorEntry tensor = file.tensors().get(name);
        NDArray array =
                tensor.rows() == 1 ? script.empty(tensor.columns()) : script.empty(tensor.rows(), tensor.columns());
        file.read(tensor, RowOrder.STORED, floats(array));
        return (PtNDArray) array;
    }

    /** Stacks matrices by rows; the order is that of the queries and keys, and values are always as stored. */
    private void matrix(ModelFile file, RowOrder order, String... names) {
        int rows = 0;
        int columns = file.tensors().get(names[0]).columns();
        for (String name : names) {
            rows += file.tensors().get(name).rows();
        }
        PtNDArray array = (PtNDArray) buffer(rows, columns);
        FloatBuffer out = floats(array);
        for (String name : names) {
            file.read(file.tensors().get(name), name.contains("attn_v") ? RowOrder.STORED : order, out);
        }
        keep(array);
    }

    private NDArray buffer(int rows, int columns) {
        if (packed == null) {
            return script.empty(rows, columns);
        }
        return buffers.computeIfAbsent((long) rows << 32 | columns, shape -> script.empty(rows, columns));
    }

    private void keep(PtNDArray array) {
        if (packed == null) {
            matrices.add(array);
            bytes += array.size() * Float.BYTES;
        } else {
            script.pack(packed, array);
            bytes += array.size() * Short.BYTES;
        }
    }

    private void finish() {
        buffers.values().forEach(NDArray::close);
        for (PtNDArray vector : vectors) {
            bytes += matrices.stream().anyMatch(matrix -> matrix == vector)
                    ? 0
                    : vector.size() * vector.getDataType().getNumOfBytes();
        }
        vectorList = IValue.listFrom(vectors.toArray(new PtNDArray[0]));
        matrixList = packed == null ? IValue.listFrom(matrices.toArray(new PtNDArray[0])) : packed;
    }

    private static FloatBuffer floats(NDArray array) {
        return array.toByteBuffer(true).order(ByteOrder.nativeOrder()).asFloatBuffer();
    }
}
