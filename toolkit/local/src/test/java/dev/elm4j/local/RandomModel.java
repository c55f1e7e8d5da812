package dev.elm4j.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A small byte-level model with random weights, for tests that do not need sense. Its weights are held as Transformers
 * stores them, the halves of each rotary pair half a head apart.
 */
final class RandomModel {

    static final int LAYERS = 3;
    static final int HEADS = 4;
    static final int KEY_HEADS = 2;
    static final int WIDTH = 64;
    static final int CONTEXT = 256;
    static final int BYTES = 256;
    static final int END = BYTES + 2;
    static final int VOCABULARY = BYTES + 3;

    private final Architecture architecture;
    private final BlockType type;
    private final int width;
    private final int inner;
    private final int headSize;
    private final int layers;
    private final boolean tied;
    private final Map<String, byte[]> stored = new LinkedHashMap<>();
    private final Map<String, float[]> weights = new LinkedHashMap<>();
    private final SplittableRandom random = new SplittableRandom(20240611);

    RandomModel() {
        this(Architecture.LLAMA, BlockType.F32, WIDTH, true);
    }

    /** Blocks of 256 need such a width. Qwen3's heads together are twice as wide as the model. */
    RandomModel(Architecture architecture, BlockType type, int width, boolean tied) {
        this.architecture = architecture;
        this.type = type;
        this.width = width;
        this.inner = width == WIDTH ? 96 : width;
        this.headSize = width / HEADS * (architecture == Architecture.QWEN3 ? 2 : 1);
        this.tied = tied;
        this.layers = width == WIDTH ? LAYERS : 1; // wide ones are slow in the reference
        matrix("token_embd.weight", VOCABULARY * width, 1);
        if (!tied) {
            matrix("output.weight", VOCABULARY * width, 1);
        }
        vector("output_norm.weight", width, 1);
        for (int i = 0; i < layers; i++) {
            layer("blk." + i + ".");
        }
    }

    private void layer(String block) {
        double scale = width == WIDTH ? 0.2 : 0.1;
        int queries = HEADS * headSize;
        int keys = KEY_HEADS * headSize;
        vector(block + "attn_norm.weight", width, 1);
        matrix(block + "attn_q.weight", queries * width, scale);
        matrix(block + "attn_k.weight", keys * width, scale);
        matrix(block + "attn_v.weight", keys * width, scale);
        matrix(block + "attn_output.weight", width * queries, scale);
        vector(block + "ffn_norm.weight", width, 1);
        matrix(block + "ffn_gate.weight", inner * width, scale);
        matrix(block + "ffn_up.weight", inner * width, scale);
        matrix(block + "ffn_down.weight", inner * width, scale);
        if (architecture == Architecture.QWEN2) {
            vector(block + "attn_q.bias", queries, 0);
            vector(block + "attn_k.bias", keys, 0);
            vector(block + "attn_v.bias", keys, 0);
        }
        if (architecture == Architecture.QWEN3) {
            vector(block + "attn_q_norm.weight", headSize, 1);
            vector(block + "attn_k_norm.weight", headSize, 1);
        }
    }

    /** The numbers of a tensor, row by row, as Transformers stores them. */
    float[] weights(String name) {
        return weights.get(name.equals("output.weight") && tied ? "token_embd.weight" : name);
    }

    ReferenceDecoder reference(ModelConfig config) {
        return new ReferenceDecoder(config, this::weights);
    }

    ModelFile file() {
        return ModelFile.of("random.gguf", gguf().bytes());
    }

    LocalModel load(Precision precision) {
        return LocalModel.load(this::file, settings(precision));
    }

    static LocalSettings settings(Precision precision) {
        return LocalSettings.defaults()
                .device(LocalDevice.CPU)
                .precision(precision)
                .threads(1);
    }

    GgufWriter gguf() {
        String key = architecture.id() + ".";
        GgufWriter out = new GgufWriter()
                .put("general.architecture", architecture.id())
                .put("general.name", "random")
                .put(key + "block_count", layers)
                .put(key + "context_length", CONTEXT)
                .put(key + "embedding_length", width)
                .put(key + "feed_forward_length", inner)
                .put(key + "attention.head_count", HEADS)
                .put(key + "attention.head_count_kv", KEY_HEADS)
                .put(key + "rope.freq_base", 10000f)
                .put(key + "attention.layer_norm_rms_epsilon", 1e-5f)
                .put("tokenizer.ggml.model", "gpt2")
                .put("tokenizer.ggml.tokens", tokens())
                .put("tokenizer.ggml.token_type", types())
                .put("tokenizer.ggml.eos_token_id", END);
        if (architecture == Architecture.QWEN3) {
            out.put(key + "attention.key_length", headSize).put(key + "attention.value_length", headSize);
            out.put(key + "rope.dimension_count", headSize);
        }
        stored.forEach((name, bytes) -> out.raw(name, type(name).id(), interleaved(name, bytes), shape(name)));
        return out;
    }

    /** Writes the folder that Transformers would; the tensors dealt out over some shards, or one file for 1. */
    Path folder(Path folder, int shards) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("config.json"), config());
        Files.write(folder.resolve("tokenizer.json"), TokenizerJson.of(file().metadata(), vocabulary()));
        SafeTensorsWriter out = new SafeTensorsWriter();
        stored.forEach((name, bytes) -> out.add(transformers(name), type(name).name(), shape(name), bytes));
        out.write(folder, shards);
        return folder;
    }

    String config() {
        return """
                {"model_type": "%s", "num_hidden_layers": %d, "num_attention_heads": %d, "num_key_value_heads": %d,
                 "hidden_size": %d, "intermediate_size": %d, "max_position_embeddings": %d, "vocab_size": %d,
                 "head_dim": %d, "rms_norm_eps": 1e-5, "rope_theta": 10000.0, "hidden_act": "silu",
                 "tie_word_embeddings": %s, "eos_token_id": %d, "rope_scaling": null, "use_sliding_window": false}
                """
                .formatted(
                        architecture.id(),
                        layers,
                        HEADS,
                        KEY_HEADS,
                        width,
                        inner,
                        CONTEXT,
                        VOCABULARY,
                        headSize,
                        tied,
                        END);
    }

    Vocabulary vocabulary() {
        return Vocabulary.of(file().metadata());
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

    /** In the model a token is a byte. */
    static long[] tokens(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        long[] tokens = new long[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            tokens[i] = bytes[i] & 0xFF;
        }
        return tokens;
    }

    private static List<Integer> types() {
        List<Integer> types = new ArrayList<>();
        for (int i = 0; i < VOCABULARY; i++) {
            types.add(i < BYTES ? 1 : 3);
        }
        return types;
    }

    private BlockType type(String name) {
        return name.contains("norm") || name.endsWith("bias") ? BlockType.F32 : type;
    }

    /** The fastest dimension first. */
    private long[] shape(String name) {
        int elements = weights.get(name).length;
        if (name.contains("norm") || name.endsWith("bias")) {
            return new long[] {elements};
        }
        int columns = name.contains("ffn_down") ? inner : name.contains("attn_output") ? HEADS * headSize : width;
        return new long[] {columns, elements / columns};
    }

    /** What the converter to GGUF does to Llama's queries and keys: row {@code 2 i + h} comes from row {@code i + h d/2}. */
    private byte[] interleaved(String name, byte[] bytes) {
        boolean turned = name.contains("attn_q.weight") || name.contains("attn_k.weight");
        if (architecture != Architecture.LLAMA || !turned) {
            return bytes;
        }
        int rows = (int) shape(name)[1];
        int rowBytes = bytes.length / rows;
        byte[] out = new byte[bytes.length];
        for (int row = 0; row < rows; row++) {
            int i = row % headSize;
            int from = row - i + i / 2 + i % 2 * (headSize / 2);
            System.arraycopy(bytes, from * rowBytes, out, row * rowBytes, rowBytes);
        }
        return out;
    }

    private static String transformers(String name) {
        return switch (name) {
            case "token_embd.weight" -> "model.embed_tokens.weight";
            case "output.weight" -> "lm_head.weight";
            case "output_norm.weight" -> "model.norm.weight";
            default ->
                name.replace("blk.", "model.layers.")
                        .replace("attn_norm", "input_layernorm")
                        .replace("ffn_norm", "post_attention_layernorm")
                        .replace("attn_output", "self_attn.o_proj")
                        .replaceFirst("attn_([qkv])\\.", "self_attn.$1_proj.")
                        .replaceFirst("attn_([qk])_norm", "self_attn.$1_norm")
                        .replaceFirst("ffn_(gate|up|down)", "mlp.$1_proj");
        };
    }

    private void vector(String name, int size, double middle) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * size).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < size; i++) {
            bytes.putFloat((float) (middle + 0.1 * (random.nextDouble() * 2 - 1)));
        }
        put(name, BlockType.F32, bytes.array(), size);
    }

    private void matrix(String name, int size, double scale) {
        put(name, type, ReferenceBlocks.random(type, size, scale, random), size);
    }

    private void put(String name, BlockType stored, byte[] bytes, int size) {
        this.stored.put(name, bytes);
        weights.put(name, ReferenceBlocks.values(stored, bytes, size));
    }
}
