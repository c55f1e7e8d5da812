package dev.elm4j.journal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.elm4j.environment.Codec;
import dev.elm4j.search.Commit;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Reads single commits from a journal, a block at a time, so that neighbours come without another look at the file. The file
 * is open only meanwhile: nothing is left to close, and an interrupt, which closes channels, does no harm. Safe for use by
 * several threads.
 */
final class Readback<S> {

    private static final int BLOCK = 1 << 14;

    private final Path file;
    private final Codec<S> codec;
    private final Offsets offsets;
    private byte[] block = {};
    private long blockBegin;

    Readback(Path file, Codec<S> codec, Offsets offsets) {
        this.file = file;
        this.codec = codec;
        this.offsets = offsets;
    }

    Commit<S> commit(long number) {
        long offset = offsets.of(number);
        try {
            byte[] bytes = line(offset);
            JsonNode line = Json.object(bytes, 0, bytes.length);
            Commit<S> commit = Line.commit(line, codec);
            if (commit.candidate().number() != number) {
                throw new IllegalArgumentException(
                        "it is candidate " + commit.candidate().number());
            }
            return commit;
        } catch (IOException fault) {
            throw new UncheckedIOException(
                    "Candidate %,d cannot be read from %s: %s. Was the file moved? The run itself goes on."
                            .formatted(number, file, fault.getMessage()),
                    fault);
        } catch (RuntimeException fault) {
            throw new IllegalStateException(
                    "Candidate %,d cannot be read from %s: %s. Was the file changed while the run was open? Restore it."
                            .formatted(number, file, fault.getMessage()),
                    fault);
        }
    }

    private synchronized byte[] line(long offset) throws IOException {
        for (int size = BLOCK; ; size = Math.multiplyExact(size, 2)) {
            int from = offset < blockBegin ? block.length : (int) Math.min(block.length, offset - blockBegin);
            for (int i = from; i < block.length; i++) {
                if (block[i] == '\n') {
                    return Arrays.copyOfRange(block, from, i);
                }
            }
            load(offset, size);
        }
    }

    /** Loads a block, but nothing behind the last whole batch: that may be a batch that is just being written. */
    private void load(long offset, int size) throws IOException {
        int length = (int) Math.min(size, offsets.end() - offset);
        if (offset == blockBegin && length == block.length) { // the same bytes again would have no line feed again
            throw new EOFException("its line has no end");
        }
        byte[] loaded = new byte[length];
        try (var access = new RandomAccessFile(file.toFile(), "r")) {
            access.seek(offset);
            access.readFully(loaded);
        }
        block = loaded;
        blockBegin = offset;
    }
}
