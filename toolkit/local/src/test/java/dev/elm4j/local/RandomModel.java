package dev.elm4j.local;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** A small byte-level Llama with random weights, for tests that do not need sense. */
final class RandomModel {

    static final int LAYERS = 3;
    static final int HEADS = 4;
    static final int KEY_HEADS = 2;
    static final int WIDTH = 64;
    static final int INNER = 96;
    static final int CONTEXT = 256;
    static final int BYTES = 256;
    static final int END = BYTES + 2;
    static final int VOCABULARY = BYTES + 3;

    private final Map<String, float[]> weights = new LinkedHashMap<>();
    private final SplittableRandom random = new SplittableRandom(20240611);

    RandomModel() {
        matrix("token_embd", VOCABULARY * WIDTH, 1);
        norm("output_norm");
        for (int i = 0; i < LAYERS; i++) {
            String block = "blk." + i + ".";
            norm(block + "attn_norm");
            matrix(block + "attn_q", WIDTH * WIDTH, 0.2);
            matrix(block + "attn_k", WIDTH * WIDTH / 2, 0.2);
            matrix(block + "attn_v", WIDTH * WIDTH / 2, 0.2);
            matrix(block + "attn_output", WIDTH * WIDTH, 0.2);
            norm(block + "ffn_norm");
            matrix(block + "ffn_gate", INNER * WIDTH, 0.2);
            matrix(block + "ffn_up", INNER * WIDTH, 0.2);
            matrix(block + "ffn_down", INNER * WIDTH, 0.2);
        }
    }

    /** The numbers of a tensor, row by row as stored. */
    float[] weights(String name) {
        return weights.get(name);
    }

    ModelFile file() {
        return ModelFile.of("random.gguf", gguf().bytes());
    }

    LocalModel load(Precision precision) {
        return LocalModel.load(this::file, Settings.of(1, precision));
    }

    GgufWriter gguf() {
        GgufWriter out = new GgufWriter()
                .put("general.architecture", "llama")
                .put("general.name", "random")
                .put("llama.block_count", LAYERS)
                .put("llama.context_length", CONTEXT)
                .put("llama.embedding_length", WIDTH)
                .put("llama.feed_forward_length", INNER)
                .put("llama.attention.head_count", HEADS)
                .put("llama.attention.head_count_kv", KEY_HEADS)
                .put("llama.rope.dimension_count", WIDTH / HEADS)
                .put("llama.rope.freq_base", 10000f)
                .put("llama.attention.layer_norm_rms_epsilon", 1e-5f)
                .put("tokenizer.ggml.model", "gpt2")
                .put("tokenizer.ggml.tokens", tokens())
                .put("tokenizer.ggml.token_type", types())
                .put("tokenizer.ggml.eos_token_id", END);
        weights.forEach((name, values) -> out.floats(name + ".weight", values, shape(name, values)));
        return out;
    }

    /** Bytes in the byte-level alphabet, in order of their values, then three control tokens. */
    static List<String> tokens() {
        List<String> tokens = new ArrayList<>();
        int next = 256;
        for (int b = 0; b < BYTES; b++) {
            boolean shown = b >= '!' && b <= '~' || b >= 0xA1 && b <= 0xAC || b >= 0xAE;
            tokens.add(String.valueOf((char) (shown ? b : next++)));
        }
        tokens.addAll(List.of("<|endoftext|>", "<|im_start|>", "<|im_end|>"));
        return tokens;
    }

    private static List<Integer> types() {
        List<Integer> types = new ArrayList<>();
        for (int i = 0; i < VOCABULARY; i++) {
            types.add(i < BYTES ? 1 : 3);
        }
        return types;
    }

    private static long[] shape(String name, float[] values) {
        if (name.endsWith("norm")) {
            return new long[] {values.length};
        }
        int columns = name.endsWith("ffn_down") ? INNER : WIDTH;
        return new long[] {columns, values.length / columns};
    }

    private void norm(String name) {
        matrix(name, WIDTH, 0.1);
        float[] values = weights.get(name);
        for (int i = 0; i < values.length; i++) {
            values[i] += 1;
        }
    }

    private void matrix(String name, int size, double scale) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) (scale * (random.nextDouble() * 2 - 1));
        }
        weights.put(name, values);
    }
}
