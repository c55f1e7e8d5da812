package dev.elm4j.local.tiny;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.core.Embedding;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A Llama that can be trained: plain array operations, so that DJL's gradients flow through all of it.
 *
 * <p>Constants are arrays that live as long as the model: an operation with a Java number would hand the gradient memory
 * that the collector may free before the backward pass. Heads rotate in halves; {@link GgufWriter} reorders the rows for
 * the file. Not for use by several threads.
 */
final class TinyLlama implements AutoCloseable {

    private static final float DEVIATION = 0.05f;

    /** What depends on the number of positions only: [1, 1, T, D] twice, and the additive mask [1, 1, T, T]. */
    private record Positions(NDArray cos, NDArray sin, NDArray mask) {}

    /**
     * Texts of one length to learn from; arrays are {@code [batch * length]}, row after row.
     *
     * @param ids the tokens
     * @param weights how much each token counts
     * @param others what a token could as well have been
     * @param otherWeights how much that counts, mostly 0
     */
    record Portion(int batch, int length, long[] ids, float[] weights, long[] others, float[] otherWeights) {

        /** An empty one. */
        Portion(int batch, int length) {
            this(
                    batch,
                    length,
                    new long[batch * length],
                    new float[batch * length],
                    new long[batch * length],
                    new float[batch * length]);
        }

        /** The sum of all weights. */
        float weight() {
            float sum = 0;
            for (int i = 0; i < weights.length; i++) {
                sum += weights[i] + otherWeights[i];
            }
            return sum;
        }
    }

    private final TinyShape shape;
    private final NDManager manager;
    private final Map<String, NDArray> weights = new LinkedHashMap<>();
    private final Map<Integer, Positions> positions = new HashMap<>();
    private final NDArray epsilon;
    private final NDArray scale;

    /** A model with random weights, drawn from the engine's random stream. */
    TinyLlama(TinyShape shape, NDManager parent) {
        this.shape = shape;
        manager = parent.newSubManager();
        epsilon = manager.create(TinyShape.EPSILON);
        scale = manager.create((float) (1 / Math.sqrt(shape.head())));
        int hidden = shape.hidden();
        matrix("token_embd", TinyShape.VOCABULARY, hidden);
        for (int i = 0; i < shape.layers(); i++) {
            String block = "blk." + i + ".";
            norm(block + "attn_norm");
            matrix(block + "attn_q", hidden, hidden);
            matrix(block + "attn_k", shape.keys(), hidden);
            matrix(block + "attn_v", shape.keys(), hidden);
            matrix(block + "attn_output", hidden, hidden);
            norm(block + "ffn_norm");
            matrix(block + "ffn_gate", shape.feedForward(), hidden);
            matrix(block + "ffn_up", shape.feedForward(), hidden);
            matrix(block + "ffn_down", hidden, shape.feedForward());
        }
        norm("output_norm");
    }

    /** The weights by their names in a GGUF file, each recording gradients. */
    Map<String, NDArray> weights() {
        return weights;
    }

    /** The shape. */
    TinyShape shape() {
        return shape;
    }

    /**
     * The weighted mean of the negative log-likelihoods of the tokens, in nats; the first of each row, which nothing
     * foretells, counts as 0.
     *
     * @param step what closes when the step is over
     */
    NDArray loss(Portion portion, NDManager step) {
        int last = portion.length() - 1;
        Shape all = new Shape(portion.batch(), portion.length());
        NDArray ids = step.create(portion.ids(), all);
        NDArray logs = linear(hidden(ids.get(":, 0:{}", last)), weights.get("token_embd.weight"))
                .logSoftmax(-1);
        NDArray likely = chosen(logs, ids, step.create(portion.weights(), all));
        NDArray other = chosen(logs, step.create(portion.others(), all), step.create(portion.otherWeights(), all));
        return likely.add(other).neg().div(step.create(portion.weight()));
    }

    /** The weighted sum of the log-likelihoods of these tokens, each after those before it. */
    private static NDArray chosen(NDArray logs, NDArray tokens, NDArray weights) {
        NDArray next = tokens.get(":, 1:").expandDims(2);
        return logs.gather(next, 2).squeeze(2).mul(weights.get(":, 1:")).sum();
    }

    private NDArray hidden(NDArray ids) {
        Positions p = positions.computeIfAbsent((int) ids.getShape().get(1), this::positions);
        NDArray x = Embedding.embedding(ids, weights.get("token_embd.weight"), SparseFormat.DENSE)
                .get(0);
        for (int i = 0; i < shape.layers(); i++) {
            String block = "blk." + i + ".";
            x = x.add(attention(block, normed(x, block + "attn_norm"), p));
            x = x.add(feedForward(block, normed(x, block + "ffn_norm")));
        }
        return normed(x, "output_norm");
    }

    private NDArray attention(String block, NDArray x, Positions p) {
        NDArray q = rotate(heads(x, block + "attn_q", shape.heads()), p);
        NDArray k = rotate(heads(x, block + "attn_k", shape.kvHeads()), p);
        NDArray v = heads(x, block + "attn_v", shape.kvHeads());
        int group = shape.heads() / shape.kvHeads();
        Shape all = q.getShape();
        NDArray scores = q.matMul(grouped(k, group).swapAxes(2, 3)).mul(scale).add(p.mask());
        NDArray mixed = scores.softmax(-1).matMul(grouped(v, group)).transpose(0, 2, 1, 3);
        return linear(mixed.reshape(all.get(0), all.get(2), shape.hidden()), weight(block + "attn_output"));
    }

    private NDArray feedForward(String block, NDArray x) {
        NDArray gate = linear(x, weight(block + "ffn_gate"));
        NDArray gated = gate.mul(gate.getNDArrayInternal().sigmoid()).mul(linear(x, weight(block + "ffn_up")));
        return linear(gated, weight(block + "ffn_down"));
    }

    /** [B, heads, T, D]. */
    private NDArray heads(NDArray x, String name, int heads) {
        Shape s = x.getShape();
        return linear(x, weight(name))
                .reshape(s.get(0), s.get(1), heads, shape.head())
                .transpose(0, 2, 1, 3);
    }

    /** Each key head once for every query head of its group. */
    private static NDArray grouped(NDArray x, int group) {
        return x.repeat(1, group);
    }

    private static NDArray rotate(NDArray x, Positions p) {
        NDList halves = x.split(2, 3);
        NDArray turned = NDArrays.concat(new NDList(halves.get(1).neg(), halves.get(0)), 3);
        return x.mul(p.cos()).add(turned.mul(p.sin()));
    }

    private NDArray normed(NDArray x, String name) {
        return x.div(x.square().mean(new int[] {2}, true).add(epsilon).sqrt()).mul(weight(name));
    }

    private static NDArray linear(NDArray x, NDArray weight) {
        return x.getNDArrayInternal().linear(x, weight, null).get(0);
    }

    private NDArray weight(String name) {
        return weights.get(name + ".weight");
    }

    private void matrix(String name, int rows, int columns) {
        keep(name, manager.randomNormal(0, DEVIATION, new Shape(rows, columns), DataType.FLOAT32));
    }

    private void norm(String name) {
        keep(name, manager.ones(new Shape(shape.hidden())));
    }

    private void keep(String name, NDArray weight) {
        weight.setRequiresGradient(true);
        weights.put(name + ".weight", weight);
    }

    private Positions positions(int length) {
        int d = shape.head();
        float[] cos = new float[length * d];
        float[] sin = new float[length * d];
        float[] mask = new float[length * length];
        for (int t = 0; t < length; t++) {
            for (int i = 0; i < d; i++) {
                double angle = t * Math.pow(TinyShape.ROPE_BASE, -2.0 * (i % (d / 2)) / d);
                cos[t * d + i] = (float) Math.cos(angle);
                sin[t * d + i] = (float) Math.sin(angle);
            }
            Arrays.fill(mask, t * length + t + 1, (t + 1) * length, -1e9f);
        }
        return new Positions(
                manager.create(cos, new Shape(1, 1, length, d)),
                manager.create(sin, new Shape(1, 1, length, d)),
                manager.create(mask, new Shape(1, 1, length, length)));
    }

    @Override
    public void close() {
        manager.close();
    }
}
