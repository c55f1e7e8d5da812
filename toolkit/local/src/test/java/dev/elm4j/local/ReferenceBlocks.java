package dev.elm4j.local;

import java.util.SplittableRandom;

/**
 * Blocks of weights, read bit by bit and written at random: slow, element by element, straight from the description of the
 * formats, and sharing no code with the reader.
 */
final class ReferenceBlocks {

    private ReferenceBlocks() {}

    /** Value of one element of a block that begins at a byte. */
    static float element(BlockType type, byte[] data, int start, int e) {
        Bits b = new Bits(data, start);
        return switch (type) {
            case F32 -> Float.intBitsToFloat((int) b.number(0, 32));
            case F16 -> b.half(0);
            case BF16 -> Float.intBitsToFloat((int) (b.number(0, 16) << 16));
            case Q4_0 -> b.half(0) * (b.number(nibble(2, e), 4) - 8);
            case Q4_1 -> b.half(0) * b.number(nibble(4, e), 4) + b.half(2);
            case Q5_0 -> b.half(0) * (b.number(nibble(6, e), 4) + 16 * b.number(8 * 2 + e, 1) - 16);
            case Q5_1 -> b.half(0) * (b.number(nibble(8, e), 4) + 16 * b.number(8 * 4 + e, 1)) + b.half(2);
            case Q8_0 -> b.half(0) * (byte) b.number(8 * (2 + e), 8);
            case Q2_K ->
                b.half(80) * b.number(8 * (e / 16), 4) * b.number(crumb(16, e), 2)
                        - b.half(82) * b.number(8 * (e / 16) + 4, 4);
            case Q3_K ->
                b.half(108)
                        * (b.scale3(e / 16) - 32)
                        * (b.number(crumb(32, e), 2) - 4 * (1 - b.number(8 * (e % 32) + e / 32, 1)));
            case Q4_K -> b.half(0) * b.scale(e / 32) * b.number(pairs(16, e), 4) - b.half(2) * b.least(e / 32);
            case Q5_K ->
                b.half(0) * b.scale(e / 32) * (b.number(pairs(48, e), 4) + 16 * b.number(8 * (16 + e % 32) + e / 32, 1))
                        - b.half(2) * b.least(e / 32);
            case Q6_K -> {
                int quarter = e % 128 / 32;
                int low = 8 * (64 * (e / 128) + 32 * (quarter % 2) + e % 32) + (quarter < 2 ? 0 : 4);
                long six = b.number(low, 4) + 16 * b.number(crumb(128, e), 2) - 32;
                yield b.half(208) * (byte) b.number(8 * (192 + e / 16), 8) * six;
            }
        };
    }

    /** All elements of some blocks. */
    static float[] values(BlockType type, byte[] data, int elements) {
        float[] values = new float[elements];
        int bytes = (int) type.bytes(type.size());
        for (int i = 0; i < elements; i++) {
            values[i] = element(type, data, i / type.size() * bytes, i % type.size());
        }
        return values;
    }

    /** Random blocks whose values spread around zero by about {@code scale}. */
    static byte[] random(BlockType type, int elements, double scale, SplittableRandom random) {
        int bytes = (int) type.bytes(type.size());
        byte[] data = new byte[elements / type.size() * bytes];
        random.nextBytes(data);
        for (int at = 0; at < data.length; at += bytes) {
            double size = scale * (0.5 + random.nextDouble());
            double sign = 2 * random.nextDouble() - 1;
            switch (type) {
                case F32 -> put(data, at, Float.floatToIntBits((float) (scale * sign)), 4);
                case F16 -> put(data, at, half((float) (scale * sign)), 2);
                case BF16 -> put(data, at, Float.floatToIntBits((float) (scale * sign)) >>> 16, 2);
                case Q4_0 -> put(data, at, half((float) (size / 8)), 2);
                case Q5_0 -> put(data, at, half((float) (size / 16)), 2);
                case Q8_0 -> put(data, at, half((float) (size / 128)), 2);
                case Q4_1, Q5_1 -> {
                    put(data, at, half((float) (size / (type == BlockType.Q4_1 ? 7.5 : 15.5))), 2);
                    put(data, at + 2, half((float) -size), 2);
                }
                case Q2_K -> pair(data, at + 80, size / 15, size / 10);
                case Q3_K -> put(data, at + 108, half((float) (size / 64)), 2);
                case Q4_K -> pair(data, at, size / 480, size / 64);
                case Q5_K -> pair(data, at, size / 960, size / 64);
                case Q6_K -> put(data, at + 208, half((float) (size / 2048)), 2);
            }
        }
        return data;
    }

    /** The nearest 16-bit float, of normal size, rounded down in its last place. */
    static int half(float value) {
        int bits = Float.floatToIntBits(value);
        int exponent = (bits >> 23 & 255) - 127 + 15;
        return bits >>> 16 & 0x8000 | (exponent <= 0 ? 0 : exponent << 10 | bits >> 13 & 1023);
    }

    private static void pair(byte[] data, int at, double scale, double offset) {
        put(data, at, half((float) scale), 2);
        put(data, at + 2, half((float) offset), 2);
    }

    static void put(byte[] data, int at, int value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            data[at + i] = (byte) (value >> 8 * i);
        }
    }

    private static int nibble(int start, int e) {
        return 8 * (start + e % 16) + (e < 16 ? 0 : 4);
    }

    private static int pairs(int start, int e) {
        return 8 * (start + 32 * (e / 64) + e % 32) + (e % 64 < 32 ? 0 : 4);
    }

    private static int crumb(int start, int e) {
        return 8 * (start + 32 * (e / 128) + e % 32) + 2 * (e % 128 / 32);
    }

    private record Bits(byte[] data, int start) {

        long number(int firstBit, int count) {
            long value = 0;
            for (int i = 0; i < count; i++) {
                int bit = firstBit + i;
                value |= (long) (data[start + bit / 8] >> bit % 8 & 1) << i;
            }
            return value;
        }

        float half(int at) {
            long bits = number(8 * at, 16);
            double fraction = bits % 1024 / 1024.0;
            long exponent = bits / 1024 % 32;
            double size = exponent == 0 ? Math.scalb(fraction, -14) : Math.scalb(1 + fraction, (int) exponent - 15);
            return (float) (bits < 32768 ? size : -size);
        }

        /** Bytes 4 to 15: eight scales and eight offsets of six bits; the last four of each are in two pieces. */
        long scale(int j) {
            return j < 4 ? number(8 * (4 + j), 6) : number(8 * (8 + j), 4) + 16 * number(8 * j + 6, 2);
        }

        long least(int j) {
            return j < 4 ? number(8 * (8 + j), 6) : number(8 * (8 + j) + 4, 4) + 16 * number(8 * (4 + j) + 6, 2);
        }

        /** Bytes 96 to 107: the low four bits of 16 scales, then their high two. */
        long scale3(int j) {
            return number(8 * (96 + j % 8) + (j < 8 ? 0 : 4), 4) + 16 * number(8 * (104 + j % 4) + 2 * (j / 4), 2);
        }
    }
}
