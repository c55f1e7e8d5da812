package dev.elm4j.local.tiny;

/**
 * The shape of a byte-level Llama: grouped-query attention, SwiGLU, RMSNorm, rotary positions, tied head.
 *
 * <p>Tokens 0, 1, 2 are unknown, begin and end; token 3 + b is the byte b.
 *
 * @param layers at least 1
 * @param hidden width of the residual stream, a multiple of {@code heads}
 * @param heads of queries
 * @param kvHeads of keys and values, dividing {@code heads}
 * @param feedForward width of the inner layer
 * @param context longest text in tokens that the file promises
 */
record TinyShape(int layers, int hidden, int heads, int kvHeads, int feedForward, int context) {

    /** The token of byte 0. */
    static final int FIRST_BYTE = 3;

    /** 256 bytes and 3 special tokens. */
    static final int VOCABULARY = 256 + FIRST_BYTE;

    /** The epsilon of RMSNorm. */
    static final float EPSILON = 1e-5f;

    /** The base of the rotary frequencies. */
    static final float ROPE_BASE = 10_000;

    /** The shape of the model in the jar. */
    static TinyShape opinions() {
        return new TinyShape(3, 64, 4, 2, 160, 1024);
    }

    /** Width of one head. */
    int head() {
        return hidden / heads;
    }

    /** Width of all keys. */
    int keys() {
        return kvHeads * head();
    }
}
