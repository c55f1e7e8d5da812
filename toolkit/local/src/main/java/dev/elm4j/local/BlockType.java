package dev.elm4j.local;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a file of weights packs numbers: in blocks of {@code size} elements and {@code bytes} bytes.
 *
 * <p>Formats: <a href="https://github.com/ggml-org/ggml/blob/master/docs/gguf.md">GGUF specification</a> and the block
 * structures of ggml. Everything is little-endian; scales and offsets are 16-bit floats.
 */
enum BlockType {
    /** 32-bit floats. */
    F32(0, 1, 4, (in, at, out, to) -> out[to] = in.getFloat(at)),
    /** 16-bit floats of IEEE 754. */
    F16(1, 1, 2, (in, at, out, to) -> out[to] = HalfFloat.toFloat(in.getShort(at))),
    /** The upper halves of 32-bit floats. */
    BF16(30, 1, 2, (in, at, out, to) -> out[to] = Float.intBitsToFloat(in.getShort(at) << 16)),
    /** A scale and 32 4-bit steps from -8. */
    Q4_0(2, 32, 18, SmallBlocks::q40),
    /** A scale, an offset and 32 4-bit steps. */
    Q4_1(3, 32, 20, SmallBlocks::q41),
    /** A scale and 32 5-bit steps from -16. */
    Q5_0(6, 32, 22, SmallBlocks::q50),
    /** A scale, an offset and 32 5-bit steps. */
    Q5_1(7, 32, 24, SmallBlocks::q51),
    /** A scale and 32 signed bytes. */
    Q8_0(8, 32, 34, SmallBlocks::q80),
    /** 16 groups of 16 2-bit steps, each with a 4-bit scale and offset. */
    Q2_K(10, 256, 84, SuperBlocks::q2),
    /** 16 groups of 16 3-bit steps, each with a 6-bit scale. */
    Q3_K(11, 256, 110, SuperBlocks::q3),
    /** 8 groups of 32 4-bit steps, each with a 6-bit scale and offset. */
    Q4_K(12, 256, 144, SuperBlocks::q4),
    /** 8 groups of 32 5-bit steps, each with a 6-bit scale and offset. */
    Q5_K(13, 256, 176, SuperBlocks::q5),
    /** 16 groups of 16 6-bit steps, each with an 8-bit scale. */
    Q6_K(14, 256, 210, SuperBlocks::q6);

    private final int id;
    private final int size;
    private final int bytes;
    private final Unpacking unpacking;

    /** Writes the elements of the block that begins at a byte of {@code in} into {@code out}, from {@code to} on. */
    interface Unpacking {
        void block(ByteBuffer in, int at, float[] out, int to);
    }

    BlockType(int id, int size, int bytes, Unpacking unpacking) {
        this.id = id;
        this.size = size;
        this.bytes = bytes;
        this.unpacking = unpacking;
    }

    /** The type with this number in GGUF files, if it is one that can be read here. */
    static Optional<BlockType> of(int id) {
        return Arrays.stream(values()).filter(type -> type.id == id).findFirst();
    }

    /** The names of all types that can be read here, for messages. */
    static String known() {
        return Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "));
    }

    int id() {
        return id;
    }

    /** Elements of a block. */
    int size() {
        return size;
    }

    /** Bytes of that many elements, which must be whole blocks. */
    long bytes(long elements) {
        return elements / size * bytes;
    }

    /** Unpacks the whole blocks that begin at a byte of a little-endian buffer and fill {@code out}. */
    void decode(ByteBuffer in, int at, float[] out) {
        for (int to = 0; to < out.length; to += size, at += bytes) {
            unpacking.block(in, at, out, to);
        }
    }
}
