package dev.elm4j.local;

import java.util.Arrays;
import java.util.function.Function;

/**
 * A decoder in plain loops and double sums: no engine, no cache, no fused matrices. Shares nothing with the product's but
 * the shape and the weights, whose rotary pairs lie half a head apart.
 */
final class ReferenceDecoder {

    private final ModelConfig config;
    private final Function<String, float[]> weights;

    /** @param weights by GGUF's name, such as {@code blk.0.attn_q.weight} */
    ReferenceDecoder(ModelConfig config, Function<String, float[]> weights) {
        this.config = config;
        this.weights = weights;
    }

    /** Logits after each token: {@code double[tokens][vocabulary]}. */
    double[][] logits(long[] tokens) {
        double[][] x = new double[tokens.length][config.width()];
        float[] embedding = weights.apply("token_embd.weight");
        for (int t = 0; t < tokens.length; t++) {
            for (int i = 0; i < config.width(); i++) {
                x[t][i] = embedding[(int) tokens[t] * config.width() + i];
            }
        }
        for (int layer = 0; layer < config.layers(); layer++) {
            String block = "blk." + layer + ".";
            double[][] attended = attention(norm(x, block + "attn_norm.weight"), block);
            add(x, times(attended, block + "attn_output.weight", config.width()));
            add(x, feedForward(norm(x, block + "ffn_norm.weight"), block));
        }
        return times(norm(x, "output_norm.weight"), "output.weight", config.vocabulary());
    }

    /** Log-probabilities of all next tokens after the last one. */
    static double[] logSoftmax(double[] logits) {
        double max = Double.NEGATIVE_INFINITY;
        for (double logit : logits) {
            max = Math.max(max, logit);
        }
        double sum = 0;
        for (double logit : logits) {
            sum += Math.exp(logit - max);
        }
        double[] result = new double[logits.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = logits[i] - max - Math.log(sum);
        }
        return result;
    }

    private double[][] attention(double[][] x, String block) {
        int size = config.headSize();
        double[][] q = rotate(heads(x, block, "q", config.heads()));
        double[][] k = rotate(heads(x, block, "k", config.keyHeads()));
        double[][] v = heads(x, block, "v", config.keyHeads());
        double[][] out = new double[x.length][config.heads() * size];
        for (int t = 0; t < x.length; t++) {
            for (int h = 0; h < config.heads(); h++) {
                int shared = h / (config.heads() / config.keyHeads());
                double[] scores = new double[t + 1];
                for (int s = 0; s <= t; s++) {
                    for (int i = 0; i < size; i++) {
                        scores[s] += q[t][h * size + i] * k[s][shared * size + i] / Math.sqrt(size);
                    }
                }
                double[] share = logSoftmax(scores);
                for (int s = 0; s <= t; s++) {
                    for (int i = 0; i < size; i++) {
                        out[t][h * size + i] += Math.exp(share[s]) * v[s][shared * size + i];
                    }
                }
            }
        }
        return out;
    }

    /** Queries, keys or values, with the biases of Qwen2 and the norms of Qwen3. */
    private double[][] heads(double[][] x, String block, String part, int count) {
        int size = config.headSize();
        double[][] out = times(x, block + "attn_" + part + ".weight", count * size);
        float[] bias = weights.apply(block + "attn_" + part + ".bias");
        if (bias != null) {
            for (double[] row : out) {
                for (int i = 0; i < row.length; i++) {
                    row[i] += bias[i];
                }
            }
        }
        String normName = block + "attn_" + part + "_norm.weight";
        if (weights.apply(normName) != null) {
            for (double[] row : out) {
                for (int h = 0; h < count; h++) {
                    double[] head = Arrays.copyOfRange(row, h * size, (h + 1) * size);
                    System.arraycopy(norm(new double[][] {head}, normName)[0], 0, row, h * size, size);
                }
            }
        }
        return out;
    }

    private double[][] rotate(double[][] x) {
        int size = config.headSize();
        int half = size / 2;
        double[][] out = new double[x.length][x[0].length];
        for (int t = 0; t < x.length; t++) {
            for (int start = 0; start < x[t].length; start += size) {
                for (int i = 0; i < half; i++) {
                    double angle = t / Math.pow(config.rotary().base(), 2.0 * i / size);
                    if (!config.rotary().divisors().isEmpty()) {
                        angle /= config.rotary().divisors().get(i);
                    }
                    double one = x[t][start + i];
                    double two = x[t][start + half + i];
                    out[t][start + i] = one * Math.cos(angle) - two * Math.sin(angle);
                    out[t][start + half + i] = one * Math.sin(angle) + two * Math.cos(angle);
                }
            }
        }
        return out;
    }

    private double[][] feedForward(double[][] x, String block) {
        double[][] gate = times(x, block + "ffn_gate.weight", config.inner());
        double[][] up = times(x, block + "ffn_up.weight", config.inner());
        for (int t = 0; t < x.length; t++) {
            for (int i = 0; i < config.inner(); i++) {
                gate[t][i] = gate[t][i] / (1 + Math.exp(-gate[t][i])) * up[t][i];
            }
        }
        return times(gate, block + "ffn_down.weight", config.width());
    }

    private double[][] norm(double[][] x, String name) {
        float[] weight = weights.apply(name);
        double[][] out = new double[x.length][];
        for (int t = 0; t < x.length; t++) {
            double square = 0;
            for (double value : x[t]) {
                square += value * value / x[t].length;
            }
            out[t] = new double[x[t].length];
            for (int i = 0; i < x[t].length; i++) {
                out[t][i] = x[t][i] / Math.sqrt(square + config.epsilon()) * weight[i];
            }
        }
        return out;
    }

    private double[][] times(double[][] x, String name, int rows) {
        float[] matrix = weights.apply(name);
        double[][] out = new double[x.length][rows];
        for (int t = 0; t < x.length; t++) {
            for (int r = 0; r < rows; r++) {
                for (int i = 0; i < x[t].length; i++) {
                    out[t][r] += x[t][i] * matrix[r * x[t].length + i];
                }
            }
        }
        return out;
    }

    private static void add(double[][] x, double[][] more) {
        for (int t = 0; t < x.length; t++) {
            for (int i = 0; i < x[t].length; i++) {
                x[t][i] += more[t][i];
            }
        }
    }
}
