package dev.elm4j.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Reads the header of a GGUF file from front to back. No length in the file is believed before it is compared with what
 * is left of the file, so that damaged files end in a sentence and not in exhausted memory. Not thread-safe.
 */
final class GgufInput {

    private static final int WINDOW = 1 << 16;

    private final String name;
    private final Bytes bytes;
    private final long size;
    private ByteBuffer window = ByteBuffer.allocate(0);
    private long windowEnd;

    GgufInput(String name, Bytes bytes) throws IOException {
        this.name = name;
        this.bytes = bytes;
        this.size = bytes.size();
    }

    long position() {
        return windowEnd - window.remaining();
    }

    byte int8() throws IOException {
        return ensure(1).get();
    }

    short int16() throws IOException {
        return ensure(2).getShort();
    }

    int int32() throws IOException {
        return ensure(4).getInt();
    }

    long int64() throws IOException {
        return ensure(8).getLong();
    }

    float float32() throws IOException {
        return ensure(4).getFloat();
    }

    double float64() throws IOException {
        return ensure(8).getDouble();
    }

    String string() throws IOException {
        byte[] text = new byte[count(1)];
        for (int from = 0; from < text.length; ) {
            int length = Math.min(WINDOW, text.length - from);
            ensure(length).get(text, from, length);
            from += length;
        }
        return new String(text, StandardCharsets.UTF_8);
    }

    /** A 64-bit number of things of at least so many bytes each, which must fit into the rest of the file. */
    int count(int bytesEach) throws IOException {
        long count = int64();
        long left = size - position();
        if (count < 0 || count > left / bytesEach || count > Integer.MAX_VALUE - 8) {
            throw BadModelFile.corrupt(
                    name,
                    "at byte %,d it announces %s items, but only %,d bytes follow"
                            .formatted(position() - 8, Long.toUnsignedString(count), left));
        }
        return (int) count;
    }

    private ByteBuffer ensure(int count) throws IOException {
        if (window.remaining() < count) {
            long start = position();
            if (start + count > size) {
                throw BadModelFile.tooShort(name, "its header", start + count, size);
            }
            int length = (int) Math.min(WINDOW, size - start);
            window = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
            bytes.read(start, window);
            window.flip();
            windowEnd = start + length;
        }
        return window;
    }
}
