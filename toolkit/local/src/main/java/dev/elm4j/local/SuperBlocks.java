package dev.elm4j.local;

import java.nio.ByteBuffer;

/**
 * Unpacks ggml's blocks of 256 elements, the <i>K quants</i>: groups with small scales of their own, which a 16-bit float
 * scales again (ggml's {@code block_q2_K} to {@code block_q6_K}).
 */
final class SuperBlocks {

    private static final int SIZE = 256;

    private SuperBlocks() {}

    static void q2(ByteBuffer in, int at, float[] out, int to) {
        float scale = half(in, at + 80);
        float offset = half(in, at + 82);
        for (int e = 0; e < SIZE; e++) {
            int group = in.get(at + e / 16);
            float step = scale * (group & 15);
            out[to + e] = step * twoBits(in, at + 16, e) - offset * (group >> 4 & 15);
        }
    }

    static void q3(ByteBuffer in, int at, float[] out, int to) {
        float scale = half(in, at + 108);
        for (int e = 0; e < SIZE; e++) {
            int group = e / 16;
            int low = in.get(at + 96 + group % 8) >> 4 * (group / 8) & 15;
            int high = in.get(at + 104 + group % 4) >> 2 * (group / 4) & 3;
            float step = scale * ((low | high << 4) - 32);
            int third = in.get(at + e % 32) >> e / 32 & 1; // set where nothing is to be taken off
            out[to + e] = step * (twoBits(in, at + 32, e) - (third == 1 ? 0 : 4));
        }
    }

    static void q4(ByteBuffer in, int at, float[] out, int to) {
        float scale = half(in, at);
        float offset = half(in, at + 2);
        for (int group = 0; group < 8; group++) {
            float step = scale * groupScale(in, at + 4, group);
            float least = offset * groupOffset(in, at + 4, group);
            for (int i = 0; i < 32; i++) {
                out[to + 32 * group + i] = step * nibble(in, at + 16, group, i) - least;
            }
        }
    }

    static void q5(ByteBuffer in, int at, float[] out, int to) {
        float scale = half(in, at);
        float offset = half(in, at + 2);
        for (int group = 0; group < 8; group++) {
            float step = scale * groupScale(in, at + 4, group);
            float least = offset * groupOffset(in, at + 4, group);
            for (int i = 0; i < 32; i++) {
                int fifth = in.get(at + 16 + i) >> group & 1;
                out[to + 32 * group + i] = step * (nibble(in, at + 48, group, i) | fifth << 4) - least;
            }
        }
    }

    static void q6(ByteBuffer in, int at, float[] out, int to) {
        float scale = half(in, at + 208);
        for (int e = 0; e < SIZE; e++) {
            int part = e / 128;
            int quarter = e % 128 / 32;
            int low = in.get(at + 64 * part + 32 * (quarter % 2) + e % 32) >> 4 * (quarter / 2) & 15;
            int high = twoBits(in, at + 128, e);
            out[to + e] = scale * in.get(at + 192 + e / 16) * ((low | high << 4) - 32);
        }
    }

    /** Two bits of each element: 32 bytes for each half of the block, its quarters from the low bits up. */
    private static int twoBits(ByteBuffer in, int at, int element) {
        return in.get(at + 32 * (element / 128) + element % 32) >> 2 * (element % 128 / 32) & 3;
    }

    /** Four bits of each element: 32 bytes for two groups, the first in the low bits. */
    private static int nibble(ByteBuffer in, int at, int group, int element) {
        return in.get(at + 32 * (group / 2) + element) >> 4 * (group % 2) & 15;
    }

    /** The 6-bit scale of a group: 4 whole ones in the low bits of bytes 0 to 3, the rest split over the others. */
    private static int groupScale(ByteBuffer in, int at, int group) {
        return group < 4
                ? in.get(at + group) & 63
                : in.get(at + 4 + group) & 15 | (in.get(at + group - 4) >> 6 & 3) << 4;
    }

    /** The 6-bit offset of a group: 4 whole ones in the low bits of bytes 4 to 7, the rest split over the others. */
    private static int groupOffset(ByteBuffer in, int at, int group) {
        return group < 4
                ? in.get(at + 4 + group) & 63
                : in.get(at + 4 + group) >> 4 & 15 | (in.get(at + group) >> 6 & 3) << 4;
    }

    private static float half(ByteBuffer in, int at) {
        return HalfFloat.toFloat(in.getShort(at));
    }
}
