package dev.elm4j.journal;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/** A file that grows at its end, a whole piece at a time. One thread at a time. */
final class Appender implements AutoCloseable {

    private final Path file;
    private final FileOutputStream out;
    private long length;
    private boolean closed;

    /** Opens a file, made if absent, of which the first {@code length} bytes count. */
    Appender(Path file, long length) throws IOException {
        this.file = file;
        this.out = new FileOutputStream(file.toFile(), true);
        this.length = length;
    }

    /** Bytes that count. */
    long length() {
        return length;
    }

    /** Appends a piece in one write, or nothing: what a full disk took of it is cut off again. */
    void append(byte[] piece) throws IOException {
        if (closed) { // cutting now would take what others have written since
            throw new IOException("it is closed");
        }
        try {
            out.write(piece);
            length += piece.length;
        } catch (IOException fault) {
            try {
                cut(length);
            } catch (IOException also) { // whoever opens the file next will cut it
                fault.addSuppressed(also);
            }
            throw fault;
        }
    }

    /** Forgets what is behind the first {@code bytes}. */
    void cut(long bytes) throws IOException {
        try (var access = new RandomAccessFile(file.toFile(), "rw")) {
            if (access.length() > bytes) {
                access.setLength(bytes);
            }
        }
        length = bytes;
    }

    /** Has the system write everything to the disk. */
    void sync() throws IOException {
        out.getFD().sync();
    }

    @Override
    public void close() throws IOException {
        closed = true;
        out.close();
    }
}
