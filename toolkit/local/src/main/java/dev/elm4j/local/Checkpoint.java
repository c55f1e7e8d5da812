package dev.elm4j.local;

import java.nio.FloatBuffer;
import java.util.Map;

/**
 * The open files of one model, whose tensors have all been found to lie inside them. Tensors have GGUF's names, see
 * {@link TensorNames}, whatever the files call them. Not thread-safe.
 */
interface Checkpoint extends AutoCloseable {

    /** Name of the file or folder, for messages. */
    String name();

    /** The decoder's shape, compared with all tensors. */
    ModelConfig config();

    /** By name, in the files' order. */
    Map<String, TensorEntry> tensors();

    /** Appends a tensor, row by row, as 32-bit floats; the two halves of each rotary pair are half a head apart. */
    void read(String tensor, FloatBuffer out);

    /** A tokenizer for it, which the caller closes. */
    TextTokenizer tokenizer();

    /** How chats are written for it. */
    ChatTemplate template(Vocabulary vocabulary);

    /** Numbers in all tensors. */
    default long parameters() {
        return tensors().values().stream().mapToLong(TensorEntry::elements).sum();
    }

    @Override
    void close();
}
