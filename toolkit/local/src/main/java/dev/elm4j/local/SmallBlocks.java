package dev.elm4j.local;

import java.nio.ByteBuffer;

/** Unpacks ggml's blocks of 32 elements. In the halves of 16 bytes, the low four bits are the first 16 elements. */
final class SmallBlocks {

    private static final int HALF = 16;

    private SmallBlocks() {}

    static void q40(ByteBuffer in, int at, float[] out, int to) {
        float scale = half(in, at);
        for (int i = 0; i < HALF; i++) {
            int pair = in.get(at + 2 + i);
            out[to + i] = scale * ((pair & 15) - 8);
            out[to + HALF + i] = scale * ((pair >> 4 & 15) - 8);
        }
    }

    static void q41(ByteBuffer in, int at, float[] out, int to) {
        float scale = half(in, at);
        float offset = half(in, at + 2);
        for (int i = 0; i < HALF; i++) {
            int pair = in.get(at + 4 + i);
            out[to + i] = scale * (pair & 15) + offset;
            out[to + HALF + i] = scale * (pair >> 4 & 15) + offset;
        }
    }

    static void q50(ByteBuffer in, int at, float[] out, int to) {
        float scale = half(in, at);
        int fifth = in.getInt(at + 2);
        for (int i = 0; i < HALF; i++) {
            int pair = in.get(at + 6 + i);
            out[to + i] = scale * ((pair & 15 | (fifth >> i & 1) << 4) - 16);
            out[to + HALF + i] = scale * ((pair >> 4 & 15 | (fifth >> HALF + i & 1) << 4) - 16);
        }
    }

    static void q51(ByteBuffer in, int at, float[] out, int to) {
        float scale = half(in, at);
        float offset = half(in, at + 2);
        int fifth = in.getInt(at + 4);
        for (int i = 0; i < HALF; i++) {
            int pair = in.get(at + 8 + i);
            out[to + i] = scale * (pair & 15 | (fifth >> i & 1) << 4) + offset;
            out[to + HALF + i] = scale * (pair >> 4 & 15 | (fifth >> HALF + i & 1) << 4) + offset;
        }
    }

    static void q80(ByteBuffer in, int at, float[] out, int to) {
        float scale = half(in, at);
        for (int i = 0; i < 2 * HALF; i++) {
            out[to + i] = scale * in.get(at + 2 + i);
        }
    }

    private static float half(ByteBuffer in, int at) {
        return HalfFloat.toFloat(in.getShort(at));
    }
}
