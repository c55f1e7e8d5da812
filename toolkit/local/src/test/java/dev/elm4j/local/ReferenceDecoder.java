package dev.elm4j.local;

import java.util.function.Function;

/**
 * A Llama forward pass in plain loops and double sums: no engine, no cache, rotary pairs interleaved as they are stored.
 * Shares nothing with the decoder but the weights.
 */
final class ReferenceDecoder {

    private final ModelConfig config;
    private final Function<String, float[]> weights;

    ReferenceDecoder(ModelConfig config, Function<String, float[]> weights) {
        this.config = config;
        this.weights = weights;
    }

    /** Logits after each token: {@code double[tokens][vocabulary]}. */
    double[][] logits(long[] tokens) {
        double[][] x = new double[tokens.length][config.width()];
        float[] embedding = weights.apply("token_embd");
        for (int t = 0; t < tokens.length; t++) {
            for (int i = 0; i < config.width(); i++) {
                x[t][i] = embedding[(int) tokens[t] * config.width() + i];
            }
        }
        for (int layer = 0; layer < config.layers(); layer++) {
            String block = "blk." + layer + ".";
            add(x, times(attention(norm(x, block + "attn_norm"), block), block + "attn_output", config.width()));
            add(x, feedForward(norm(x, block + "ffn_norm"), block));
        }
        return times(norm(x, "output_norm"), "token_embd", config.vocabulary());
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
        double[][] q = rotate(times(x, block + "attn_q", config.heads() * size));
        double[][] k = rotate(times(x, block + "attn_k", config.keyHeads() * size));
        double[][] v = times(x, block + "attn_v", config.keyHeads() * size);
        double[][] out = new double[x.length][config.width()];
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

    private double[][] rotate(double[][] x) {
        int size = config.headSize();
        double[][] out = new double[x.length][x[0].length];
        for (int t = 0; t < x.length; t++) {
            for (int i = 0; i < x[t].length; i += 2) {
                double angle = t / Math.pow(config.ropeBase(), (double) (i % size) / size);
                out[t][i] = x[t][i] * Math.cos(angle) - x[t][i + 1] * Math.sin(angle);
                out[t][i + 1] = x[t][i] * Math.sin(angle) + x[t][i + 1] * Math.cos(angle);
            }
        }
        return out;
    }

    private double[][] feedForward(double[][] x, String block) {
        double[][] gate = times(x, block + "ffn_gate", config.inner());
        double[][] up = times(x, block + "ffn_up", config.inner());
        for (int t = 0; t < x.length; t++) {
            for (int i = 0; i < config.inner(); i++) {
                gate[t][i] = gate[t][i] / (1 + Math.exp(-gate[t][i])) * up[t][i];
            }
        }
        return times(gate, block + "ffn_down", config.width());
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
