package dev.elm4j.local;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Bytes that can be read at any place: of a file, or in memory. */
interface Bytes {

    /** How many there are. */
    long size() throws IOException;

    /**
     * Fills the rest of {@code into} with the bytes from {@code position} on.
     *
     * @throws EOFException if there are not so many
     */
    void read(long position, ByteBuffer into) throws IOException;

    /**
     * Of an open file. It is read, not mapped: a mapped file counts to the resident memory until its buffers are
     * collected, and one that is cut off while it is mapped ends the process.
     */
    static Bytes of(FileChannel file) {
        return new Bytes() {
            @Override
            public long size() throws IOException {
                return file.size();
            }

            @Override
            public void read(long position, ByteBuffer into) throws IOException {
                long at = position;
                while (into.hasRemaining()) {
                    int count = file.read(into, at);
                    if (count < 0) {
                        throw new EOFException("The file ends at byte " + at + ".");
                    }
                    at += count;
                }
            }
        };
    }

    /** In memory; the array is not copied. */
    static Bytes of(byte[] array) {
        return new Bytes() {
            @Override
            public long size() {
                return array.length;
            }

            @Override
            public void read(long position, ByteBuffer into) throws IOException {
                if (position + into.remaining() > array.length) {
                    throw new EOFException("The data end at byte " + array.length + ".");
                }
                into.put(array, (int) position, into.remaining());
            }
        };
    }
}
