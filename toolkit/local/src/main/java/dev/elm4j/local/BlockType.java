package dev.elm4j.local;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a GGUF file packs numbers: in blocks of {@code size} elements and {@code bytes} bytes.
 *
 * <p>Formats: <a href="https://github.com/ggml-org/ggml/blob/master/docs/gguf.md">GGUF specification</a>. Scales and
 * offsets are 16-bit floats, everything is little-endian.
 */
enum BlockType {
    /** 32-bit floats. */
    F32(0, 1, 4) {
        @Override
        void block(ByteBuffer in, int at, float[] out, int to) {
            out[to] = in.getFloat(at);
        }
    },
    /** 16-bit floats. */
    F16(1, 1, 2) {
        @Override
        void block(ByteBuffer in, int at, float[] out, int to) {
            out[to] = HalfFloat.toFloat(in.getShort(at));
        }
    },
    /** A scale, an offset and 32 unsigned 4-bit steps; the low halves of the bytes are the first 16 elements. */
    Q4_1(3, 32, 20) {
        @Override
        void block(ByteBuffer in, int at, float[] out, int to) {
            float scale = HalfFloat.toFloat(in.getShort(at));
            float offset = HalfFloat.toFloat(in.getShort(at + 2));
            for (int i = 0; i < 16; i++) {
                int pair = in.get(at + 4 + i);
                out[to + i] = scale * (pair & 15) + offset;
                out[to + 16 + i] = scale * (pair >> 4 & 15) + offset;
            }
        }
    },
    /** A scale and 32 signed bytes. */
    Q8_0(8, 32, 34) {
        @Override
        void block(ByteBuffer in, int at, float[] out, int to) {
            float scale = HalfFloat.toFloat(in.getShort(at));
            for (int i = 0; i < 32; i++) {
                out[to + i] = scale * in.get(at + 2 + i);
            }
        }
    };

    private final int id;
    private final int size;
    private final int bytes;

    BlockType(int id, int size, int bytes) {
        this.id = id;
        this.size = size;
        this.bytes = bytes;
    }

    /** The type with this number in the file format, if it is one that can be read here. */
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
            block(in, at, out, to);
        }
    }

    abstract void block(ByteBuffer in, int at, float[] out, int to);
}
