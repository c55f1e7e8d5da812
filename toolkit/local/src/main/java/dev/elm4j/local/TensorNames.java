package dev.elm4j.local;

import java.util.LinkedHashMap;
import java.util.Map;

/** The tensors that a Llama-family file must hold, and no others: one more would change the results unseen. */
final class TensorNames {

    static final String EMBEDDING = "token_embd.weight";
    static final String HEAD = "output.weight";
    static final String NORM = "output_norm.weight";

    private TensorNames() {}

    /** Name of a tensor of a block, such as {@code attn_q}. */
    static String block(int layer, String part) {
        return "blk." + layer + "." + part + ".weight";
    }

    /** @throws IllegalArgumentException if a tensor is missing, has another shape or is unknown */
    static void check(ModelFile file, ModelConfig config) {
        Map<String, int[]> expected = expected(config);
        expected.forEach((name, shape) -> {
            TensorEntry tensor = file.tensors().get(name);
            if (tensor == null) {
                if (!name.equals(HEAD)) { // small models use the embedding for the head
                    throw BadModelFile.corrupt(file.name(), "tensor '%s' is missing".formatted(name));
                }
            } else if (tensor.rows() != shape[0] || tensor.columns() != shape[1]) {
                throw BadModelFile.corrupt(
                        file.name(),
                        "tensor '%s' should have %d x %d numbers, but has %d x %d"
                                .formatted(name, shape[0], shape[1], tensor.rows(), tensor.columns()));
            }
        });
        for (String name : file.tensors().keySet()) {
            if (!expected.containsKey(name)) {
                throw BadModelFile.unsupported(
                        file.name(),
                        "holds tensor '%s', which this decoder does not know".formatted(name),
                        "Give a plain Llama-family model, without biases or adapters.");
            }
        }
    }

    private static Map<String, int[]> expected(ModelConfig config) {
        int width = config.width();
        int keys = config.keyHeads() * config.headSize();
        Map<String, int[]> shapes = new LinkedHashMap<>();
        shapes.put(EMBEDDING, new int[] {config.vocabulary(), width});
        shapes.put(HEAD, new int[] {config.vocabulary(), width});
        shapes.put(NORM, new int[] {1, width});
        for (int i = 0; i < config.layers(); i++) {
            shapes.put(block(i, "attn_norm"), new int[] {1, width});
            shapes.put(block(i, "attn_q"), new int[] {width, width});
            shapes.put(block(i, "attn_k"), new int[] {keys, width});
            shapes.put(block(i, "attn_v"), new int[] {keys, width});
            shapes.put(block(i, "attn_output"), new int[] {width, width});
            shapes.put(block(i, "ffn_norm"), new int[] {1, width});
            shapes.put(block(i, "ffn_gate"), new int[] {config.inner(), width});
            shapes.put(block(i, "ffn_up"), new int[] {config.inner(), width});
            shapes.put(block(i, "ffn_down"), new int[] {width, config.inner()});
        }
        return shapes;
    }
}
