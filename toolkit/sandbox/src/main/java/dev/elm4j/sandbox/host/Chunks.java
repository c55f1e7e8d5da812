package dev.elm4j.sandbox.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A pipe between threads, without the second that {@link java.io.PipedInputStream} may wait before it looks again. */
final class Chunks {

    private static final byte[] END = {};

    /** Docker cuts at 1,024 bytes: so many are more than a frame. */
    private static final int MOST = 40_000;

    private final BlockingQueue<byte[]> queue = new LinkedBlockingQueue<>(MOST);
    private volatile boolean closed;

    /** What was put in. */
    final InputStream out = new Out();

    /** Puts in. */
    final OutputStream in = new OutputStream() {
        @Override
        public void write(int b) throws IOException {
            put(new byte[] {(byte) b});
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            put(Arrays.copyOfRange(bytes, offset, offset + length));
        }
    };

    /** Waits while there is no room. */
    void put(byte[] chunk) throws IOException {
        try {
            while (chunk.length > 0 && !queue.offer(chunk, 100, TimeUnit.MILLISECONDS)) {
                if (closed) {
                    throw new IOException("closed");
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    /** The end, after what was put in so far. */
    void end() {
        closed = true;
        if (!queue.offer(END)) {
            queue.clear();
            queue.offer(END);
        }
    }

    private final class Out extends InputStream {
        private byte[] chunk = {};
        private int at;

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (at == chunk.length && !next()) {
                return -1;
            }
            int n = Math.min(length, chunk.length - at);
            System.arraycopy(chunk, at, bytes, offset, n);
            at += n;
            return n;
        }

        private boolean next() throws IOException {
            try {
                byte[] taken = queue.take();
                if (taken == END) {
                    queue.offer(END); // for whoever reads next
                    return false;
                }
                chunk = taken;
                at = 0;
                return true;
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException();
            }
        }
    }
}
