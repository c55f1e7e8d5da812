package dev.elm4j.local.tiny;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A Llama in plain Java, one token at a time, read from a GGUF file: slow, short and independent of any engine.
 *
 * <p>It rotates neighbouring pairs, as the file's rows are ordered. Immutable; a {@link Memory} belongs to one thread.
 */
final class PlainLlama {

    private final Map<String, float[]> tensors;
    private final int layers;
    private final int hidden;
    private final int heads;
    private final int kvHeads;
    private final int head;
    private final double base;
    private final double epsilon;

    /** Keys and values of the tokens so far, per layer. */
    static final class Memory {
        private final List<List<float[]>> keys = new ArrayList<>();
        private final List<List<float[]>> values = new ArrayList<>();

        private Memory(int layers) {
            for (int i = 0; i < layers; i++) {
                keys.add(new ArrayList<>());
                values.add(new ArrayList<>());
            }
        }

        /** One that goes on from here without changing this. */
        Memory copy() {
            Memory out = new Memory(keys.size());
            for (int i = 0; i < keys.size(); i++) {
                out.keys.get(i).addAll(keys.get(i));
                out.values.get(i).addAll(values.get(i));
            }
            return out;
        }
    }

    PlainLlama(GgufFile file) {
        tensors = file.tensors();
        layers = file.number("llama.block_count");
        hidden = file.number("llama.embedding_length");
        heads = file.number("llama.attention.head_count");
        kvHeads = file.number("llama.attention.head_count_kv");
        head = hidden / heads;
        base = (Float) file.keys().get("llama.rope.freq_base");
        epsilon = (Float) file.keys().get("llama.attention.layer_norm_rms_epsilon");
    }

    /** An empty memory. */
    Memory memory() {
        return new Memory(layers);
    }

    /** Reads one token more; the logits of the next one. */
    double[] next(int token, Memory memory) {
        float[] x = new float[hidden];
        System.arraycopy(tensors.get("token_embd.weight"), token * hidden, x, 0, hidden);
        for (int i = 0; i < layers; i++) {
            String block = "blk." + i + ".";
            add(x, attention(i, block, normed(x, block + "attn_norm"), memory));
            float[] h = normed(x, block + "ffn_norm");
            float[] gate = times(block + "ffn_gate", h);
            float[] up = times(block + "ffn_up", h);
            for (int j = 0; j < gate.length; j++) {
                gate[j] = (float) (gate[j] / (1 + Math.exp(-gate[j])) * up[j]);
            }
            add(x, times(block + "ffn_down", gate));
        }
        float[] logits = times("token_embd", normed(x, "output_norm"));
        double[] out = new double[logits.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = logits[i];
        }
        return out;
    }

    private float[] attention(int layer, String block, float[] x, Memory memory) {
        List<float[]> keys = memory.keys.get(layer);
        List<float[]> values = memory.values.get(layer);
        float[] q = rotated(times(block + "attn_q", x), keys.size());
        keys.add(rotated(times(block + "attn_k", x), keys.size()));
        values.add(times(block + "attn_v", x));
        float[] mixed = new float[hidden];
        for (int h = 0; h < heads; h++) {
            int from = h / (heads / kvHeads) * head;
            double[] share = new double[keys.size()];
            for (int t = 0; t < share.length; t++) {
                float[] k = keys.get(t);
                float dot = 0;
                for (int i = 0; i < head; i++) {
                    dot += q[h * head + i] * k[from + i];
                }
                share[t] = dot / Math.sqrt(head);
            }
            softmax(share);
            for (int t = 0; t < share.length; t++) {
                for (int i = 0; i < head; i++) {
                    mixed[h * head + i] += (float) share[t] * values.get(t)[from + i];
                }
            }
        }
        return times(block + "attn_output", mixed);
    }

    private float[] rotated(float[] x, int position) {
        for (int i = 0; i < x.length; i += 2) {
            double angle = position * Math.pow(base, -(double) (i % head) / head);
            float cos = (float) Math.cos(angle);
            float sin = (float) Math.sin(angle);
            float a = x[i];
            x[i] = a * cos - x[i + 1] * sin;
            x[i + 1] = a * sin + x[i + 1] * cos;
        }
        return x;
    }

    private float[] normed(float[] x, String name) {
        float[] weight = tensors.get(name + ".weight");
        double sum = 0;
        for (float v : x) {
            sum += v * v;
        }
        float scale = (float) (1 / Math.sqrt(sum / x.length + epsilon));
        float[] out = new float[x.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = x[i] * scale * weight[i];
        }
        return out;
    }

    private float[] times(String name, float[] x) {
        float[] weight = tensors.get(name + ".weight");
        float[] out = new float[weight.length / x.length];
        for (int row = 0; row < out.length; row++) {
            float sum = 0;
            for (int i = 0; i < x.length; i++) {
                sum += weight[row * x.length + i] * x[i];
            }
            out[row] = sum;
        }
        return out;
    }

    private static void add(float[] x, float[] more) {
        for (int i = 0; i < x.length; i++) {
            x[i] += more[i];
        }
    }

    /** Turns scores into shares of 1, in place. */
    static void softmax(double[] x) {
        double max = Double.NEGATIVE_INFINITY;
        for (double v : x) {
            max = Math.max(max, v);
        }
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.exp(x[i] - max);
            sum += x[i];
        }
        for (int i = 0; i < x.length; i++) {
            x[i] /= sum;
        }
    }
}
