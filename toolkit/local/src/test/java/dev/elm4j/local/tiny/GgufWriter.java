package dev.elm4j.local.tiny;

import ai.djl.ndarray.NDArray;
import ai.djl.util.Float16Utils;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes a {@link TinyLlama} as a GGUF file (version 3, <a
 * href="https://github.com/ggml-org/ggml/blob/master/docs/gguf.md">the format</a>): matrices as F16, norms as F32, rows
 * of queries and keys in llama.cpp's order for interleaved rotation, a byte-level vocabulary without merges.
 */
final class GgufWriter {

    private static final int ALIGNMENT = 32;
    private static final int U32 = 4;
    private static final int I32 = 5;
    private static final int F32 = 6;
    private static final int BOOL = 7;
    private static final int STRING = 8;
    private static final int ARRAY = 9;

    private record Tensor(String name, long[] dims, boolean half, byte[] data) {}

    private final ByteArrayOutputStream keys = new ByteArrayOutputStream();
    private int keyCount;

    private GgufWriter() {}

    /** Writes the model, over an older file of that name. */
    static void write(TinyLlama model, Path file) throws IOException {
        GgufWriter writer = new GgufWriter();
        writer.describe(model.shape());
        writer.vocabulary();
        List<Tensor> tensors = new ArrayList<>();
        for (Map.Entry<String, NDArray> e : model.weights().entrySet()) {
            tensors.add(tensor(e.getKey(), e.getValue(), model.shape()));
        }
        Files.write(file, writer.file(tensors));
    }

    private void describe(TinyShape shape) {
        text("general.architecture", "llama");
        text("general.type", "model");
        text("general.name", "ELM4J tiny opinions");
        text("general.license", "mit");
        number("general.file_type", 1);
        number("llama.block_count", shape.layers());
        number("llama.context_length", shape.context());
        number("llama.embedding_length", shape.hidden());
        number("llama.feed_forward_length", shape.feedForward());
        number("llama.attention.head_count", shape.heads());
        number("llama.attention.head_count_kv", shape.kvHeads());
        number("llama.vocab_size", TinyShape.VOCABULARY);
        number("llama.rope.dimension_count", shape.head());
        real("llama.rope.freq_base", TinyShape.ROPE_BASE);
        real("llama.attention.layer_norm_rms_epsilon", TinyShape.EPSILON);
    }

    private void vocabulary() {
        text("tokenizer.ggml.model", "gpt2");
        text("tokenizer.ggml.pre", "smollm");
        flag("tokenizer.ggml.add_space_prefix", false);
        flag("tokenizer.ggml.add_bos_token", false);
        List<String> tokens = new ArrayList<>(List.of("<|endoftext|>", "<|im_start|>", "<|im_end|>"));
        tokens.addAll(byteAlphabet());
        array("tokenizer.ggml.tokens", STRING, tokens.size());
        tokens.forEach(t -> string(keys, t));
        array("tokenizer.ggml.token_type", I32, tokens.size());
        for (int i = 0; i < tokens.size(); i++) {
            u32(keys, i < TinyShape.FIRST_BYTE ? 3 : 1);
        }
        array("tokenizer.ggml.merges", STRING, 0);
        number("tokenizer.ggml.unknown_token_id", 0);
        number("tokenizer.ggml.bos_token_id", 1);
        number("tokenizer.ggml.eos_token_id", 2);
        number("tokenizer.ggml.padding_token_id", 2);
    }

    /** The 256 letters that stand for bytes: printable ones for themselves, the others from U+0100 on, in order. */
    static List<String> byteAlphabet() {
        List<String> letters = new ArrayList<>();
        int next = 0x100;
        for (int b = 0; b < 256; b++) {
            boolean printable = b >= '!' && b <= '~' || b >= 0xA1 && b <= 0xAC || b >= 0xAE;
            letters.add(Character.toString(printable ? b : next++));
        }
        return letters;
    }

    private static Tensor tensor(String name, NDArray weight, TinyShape shape) {
        float[] values = weight.toFloatArray();
        long[] dims = weight.getShape().getShape();
        if (name.contains("attn_q") || name.contains("attn_k")) {
            values = interleaved(values, shape);
        }
        boolean half = dims.length == 2;
        ByteBuffer data = buffer(values.length * (half ? 2 : 4));
        for (float v : values) {
            if (half) {
                data.putShort(Float16Utils.floatToHalf(v));
            } else {
                data.putFloat(v);
            }
        }
        return new Tensor(name, half ? new long[] {dims[1], dims[0]} : dims, half, data.array());
    }

    /** Rows of each head from halves (0, 1, ... D/2, ...) to pairs (0, D/2, 1, D/2 + 1, ...). */
    private static float[] interleaved(float[] rows, TinyShape shape) {
        int width = shape.hidden();
        int head = shape.head();
        float[] out = new float[rows.length];
        for (int row = 0; row < rows.length / width; row++) {
            int i = row % head;
            int from = row - i + i / 2 + i % 2 * (head / 2);
            System.arraycopy(rows, from * width, out, row * width, width);
        }
        return out;
    }

    private byte[] file(List<Tensor> tensors) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        out.writeBytes("GGUF".getBytes(StandardCharsets.US_ASCII));
        u32(out, 3);
        u64(out, tensors.size());
        u64(out, keyCount);
        out.writeBytes(keys.toByteArray());
        for (Tensor tensor : tensors) {
            string(out, tensor.name());
            u32(out, tensor.dims().length);
            for (long dim : tensor.dims()) {
                u64(out, dim);
            }
            u32(out, tensor.half() ? 1 : 0);
            u64(out, data.size());
            data.writeBytes(tensor.data());
            align(data);
        }
        align(out);
        out.writeBytes(data.toByteArray());
        return out.toByteArray();
    }

    private void text(String key, String value) {
        key(key, STRING);
        string(keys, value);
    }

    private void number(String key, int value) {
        key(key, U32);
        u32(keys, value);
    }

    private void real(String key, float value) {
        key(key, F32);
        u32(keys, Float.floatToIntBits(value));
    }

    private void flag(String key, boolean value) {
        key(key, BOOL);
        keys.write(value ? 1 : 0);
    }

    private void array(String key, int type, int size) {
        key(key, ARRAY);
        u32(keys, type);
        u64(keys, size);
    }

    private void key(String key, int type) {
        string(keys, key);
        u32(keys, type);
        keyCount++;
    }

    private static void string(ByteArrayOutputStream out, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        u64(out, bytes.length);
        out.writeBytes(bytes);
    }

    private static void u32(ByteArrayOutputStream out, int value) {
        out.writeBytes(buffer(4).putInt(value).array());
    }

    private static void u64(ByteArrayOutputStream out, long value) {
        out.writeBytes(buffer(8).putLong(value).array());
    }

    private static void align(ByteArrayOutputStream out) {
        out.writeBytes(new byte[(ALIGNMENT - out.size() % ALIGNMENT) % ALIGNMENT]);
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
