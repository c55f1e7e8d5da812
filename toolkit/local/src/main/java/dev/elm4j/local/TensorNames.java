package dev.elm4j.local;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tensors that a model must hold, and no others: one more would change the results unseen. */
final class TensorNames {

    static final String EMBEDDING = "token_embd.weight";
    static final String HEAD = "output.weight";
    static final String NORM = "output_norm.weight";
    static final String ROTARY = "rope_freqs.weight";

    private static final Pattern LAYER = Pattern.compile("model\\.layers\\.(\\d{1,4})\\.(.+)\\.(weight|bias)");
    private static final Map<String, String> OUTER =
            Map.of("model.embed_tokens.weight", EMBEDDING, "lm_head.weight", HEAD, "model.norm.weight", NORM);
    private static final Map<String, String> INNER = Map.ofEntries(
            Map.entry("input_layernorm", "attn_norm"),
            Map.entry("self_attn.q_proj", "attn_q"),
            Map.entry("self_attn.k_proj", "attn_k"),
            Map.entry("self_attn.v_proj", "attn_v"),
            Map.entry("self_attn.o_proj", "attn_output"),
            Map.entry("self_attn.q_norm", "attn_q_norm"),
            Map.entry("self_attn.k_norm", "attn_k_norm"),
            Map.entry("post_attention_layernorm", "ffn_norm"),
            Map.entry("mlp.gate_proj", "ffn_gate"),
            Map.entry("mlp.up_proj", "ffn_up"),
            Map.entry("mlp.down_proj", "ffn_down"));

    private TensorNames() {}

    /** Name of the matrix or scale of a part of a block, such as {@code attn_q}. */
    static String block(int layer, String part) {
        return "blk." + layer + "." + part + ".weight";
    }

    /** Name of the bias of a part of a block. */
    static String bias(int layer, String part) {
        return "blk." + layer + "." + part + ".bias";
    }

    /** GGUF's name for what Transformers calls so; empty for a name that has none. */
    static Optional<String> ofTransformers(String name) {
        Matcher layer = LAYER.matcher(name);
        if (!layer.matches()) {
            return Optional.ofNullable(OUTER.get(name));
        }
        return Optional.ofNullable(INNER.get(layer.group(2)))
                .map(part -> "blk." + Integer.parseInt(layer.group(1)) + "." + part + "." + layer.group(3));
    }

    /** @throws IllegalArgumentException if a tensor is missing, has another shape or is unknown */
    static void check(String file, Map<String, TensorEntry> tensors, ModelConfig config) {
        Map<String, Shape> expected = expected(config);
        expected.forEach((name, shape) -> {
            TensorEntry tensor = tensors.get(name);
            if (tensor == null) {
                if (!name.equals(HEAD)) { // small models use the embedding for the head
                    throw BadModelFile.corrupt(file, "tensor '%s' is missing".formatted(name));
                }
            } else if (tensor.rows() != shape.rows() || tensor.columns() != shape.columns()) {
                throw BadModelFile.corrupt(
                        file,
                        "tensor '%s' should have %d x %d numbers, but has %d x %d"
                                .formatted(name, shape.rows(), shape.columns(), tensor.rows(), tensor.columns()));
            }
        });
        for (String name : tensors.keySet()) {
            if (!expected.containsKey(name)) {
                throw unknown(file, name);
            }
        }
    }

    static IllegalArgumentException unknown(String file, String name) {
        return BadModelFile.unsupported(
                file,
                "holds tensor '%s', which this decoder does not know".formatted(name),
                "Give a plain model of its family, without adapters or further biases.");
    }

    private record Shape(int rows, int columns) {}

    private static Map<String, Shape> expected(ModelConfig config) {
        int width = config.width();
        Map<String, Shape> shapes = new LinkedHashMap<>();
        shapes.put(EMBEDDING, new Shape(config.vocabulary(), width));
        shapes.put(HEAD, new Shape(config.vocabulary(), width));
        shapes.put(NORM, new Shape(1, width));
        for (int i = 0; i < config.layers(); i++) {
            attention(shapes, i, config);
            shapes.put(block(i, "ffn_norm"), new Shape(1, width));
            shapes.put(block(i, "ffn_gate"), new Shape(config.inner(), width));
            shapes.put(block(i, "ffn_up"), new Shape(config.inner(), width));
            shapes.put(block(i, "ffn_down"), new Shape(width, config.inner()));
        }
        return shapes;
    }

    private static void attention(Map<String, Shape> shapes, int i, ModelConfig config) {
        int width = config.width();
        shapes.put(block(i, "attn_norm"), new Shape(1, width));
        shapes.put(block(i, "attn_q"), new Shape(config.queries(), width));
        shapes.put(block(i, "attn_k"), new Shape(config.keys(), width));
        shapes.put(block(i, "attn_v"), new Shape(config.keys(), width));
        shapes.put(block(i, "attn_output"), new Shape(width, config.queries()));
        if (config.architecture().biased()) {
            shapes.put(bias(i, "attn_q"), new Shape(1, config.queries()));
            shapes.put(bias(i, "attn_k"), new Shape(1, config.keys()));
            shapes.put(bias(i, "attn_v"), new Shape(1, config.keys()));
        }
        if (config.architecture().headNorms()) {
            shapes.put(block(i, "attn_q_norm"), new Shape(1, config.headSize()));
            shapes.put(block(i, "attn_k_norm"), new Shape(1, config.headSize()));
        }
    }
}
