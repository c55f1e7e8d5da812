package dev.elm4j.journal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.elm4j.archive.Axis;
import dev.elm4j.environment.Codec;
import dev.elm4j.search.FinishedBatch;
import dev.elm4j.search.Setup;
import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The results that wait for an earlier batch, in {@code finished.jsonl}, so that a kill does not cost them. A cache: whatever
 * is wrong with it is said and costs the work again, never the run. One thread at a time.
 */
final class Kept<S> implements AutoCloseable {

    private static final String FORMAT = "elm4j finished";

    private static final String BEGIN = "{\"format\":\"" + FORMAT + "\"";

    private final Path file;
    private final Codec<S> codec;
    private final List<Axis> axes;
    /** A line that names the run: results of another one are worth nothing. */
    private final byte[] header;

    private final long limit;
    /** Lines of what is not committed, by batch; as many as a window holds. */
    private final TreeMap<Long, byte[]> outstanding = new TreeMap<>();

    private Appender out;
    private boolean off;
    private String message = "";

    /**
     * @param run what tells this run from others
     * @param limit bytes, beyond which the file is written anew without what is committed
     */
    Kept(Path file, Setup<S> setup, JsonNode run, long limit) {
        this.file = file;
        this.codec = setup.environment().codec();
        this.axes = setup.tessellation().axes();
        this.header =
                Json.line(Json.MAPPER.createObjectNode().put("format", FORMAT).put("run", Header.hash(run)));
        this.limit = limit;
    }

    /** Takes away what an earlier run has left here; a file of another kind stays. */
    void forget() {
        try (var in = Files.exists(file) ? Files.newInputStream(file) : InputStream.nullInputStream()) {
            String begin = new String(in.readNBytes(BEGIN.length()), StandardCharsets.UTF_8);
            if (begin.equals(BEGIN)) {
                Files.delete(file);
            }
        } catch (IOException fault) {
            giveUp(fault);
        }
    }

    /** What was kept and not committed; then the file holds nothing else. */
    List<FinishedBatch<S>> restore(long nextBatch) {
        var batches = new TreeMap<Long, FinishedBatch<S>>();
        try {
            if (!Files.exists(file)) {
                return List.of();
            }
            read(nextBatch, batches);
            if (!off) {
                rewrite();
            }
        } catch (IOException fault) {
            giveUp(fault);
        }
        return List.copyOf(batches.values());
    }

    private void read(long nextBatch, TreeMap<Long, FinishedBatch<S>> batches) throws IOException {
        try (var lines = new Lines(new FileInputStream(file.toFile()))) {
            if (!lines.next() && Header.isBeginning(file, BEGIN) || !isOwn(lines)) {
                return;
            }
            int lost = 0;
            while (lines.next()) {
                lost += take(lines, nextBatch, batches) ? 0 : 1;
            }
            if (lost > 0) {
                message = "%d lines of %s could not be read; their batches are worked out again.".formatted(lost, file);
            }
        }
    }

    /** Whether the results are of this run. A file of another kind is left alone, and nothing is kept. */
    private boolean isOwn(Lines lines) {
        Optional<JsonNode> first = lines.number() == 0 ? Optional.empty() : object(lines);
        off = first.filter(line -> line.path("format").asText().equals(FORMAT)).isEmpty();
        if (off) {
            message = "%s is not a file of results; it stays as it is, and results that wait are not kept."
                    .formatted(file);
        }
        return first.filter(line -> Arrays.equals(Json.line(line), header)).isPresent();
    }

    private static Optional<JsonNode> object(Lines lines) {
        try {
            return Optional.of(lines.object());
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    private boolean take(Lines lines, long nextBatch, TreeMap<Long, FinishedBatch<S>> batches) {
        try {
            JsonNode line = lines.object();
            FinishedBatch<S> batch = FinishedLine.batch(line, axes, codec);
            long number = batch.candidates().batch();
            if (number >= nextBatch) {
                batches.put(number, batch);
                outstanding.put(number, Json.line(line));
            }
            return true;
        } catch (RuntimeException damaged) {
            return false;
        }
    }

    /** Keeps one more batch; one with a solution that the codec cannot write could not be given back. */
    void keep(FinishedBatch<S> batch) {
        if (off) {
            return;
        }
        byte[] line;
        try {
            line = Json.line(FinishedLine.of(batch, codec));
        } catch (RuntimeException unwritable) { // a user's codec; the commit makes a failure of it
            return;
        }
        outstanding.put(batch.candidates().batch(), line);
        try {
            append(line);
        } catch (IOException fault) {
            giveUp(fault);
        }
    }

    private void append(byte[] line) throws IOException {
        if (out == null) {
            out = new Appender(file, Files.exists(file) ? Files.size(file) : 0);
        }
        out.append(out.length() == 0 ? concat(header, List.of(line)) : line);
    }

    /** A batch was committed, so what was kept under its number, or an earlier one, is obsolete. */
    void committed(long batch) {
        if (off || outstanding.isEmpty() && out == null) {
            return;
        }
        outstanding.headMap(batch, true).clear();
        try {
            if (outstanding.isEmpty() && out != null && out.length() > 0) {
                out.cut(0);
            } else if (out != null && out.length() > Math.max(limit, 4 * bytes())) {
                rewrite();
            }
        } catch (IOException fault) {
            giveUp(fault);
        }
    }

    private long bytes() {
        return outstanding.values().stream().mapToLong(line -> line.length).sum();
    }

    /** Writes the file anew with what is outstanding, in one step. */
    private void rewrite() throws IOException {
        close();
        out = null;
        byte[] bytes = outstanding.isEmpty() ? new byte[0] : concat(header, List.copyOf(outstanding.values()));
        if (Files.size(file) == bytes.length) {
            return;
        }
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.write(fresh, bytes);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static byte[] concat(byte[] first, List<byte[]> more) {
        var all = new ByteArrayOutputStream();
        all.writeBytes(first);
        more.forEach(all::writeBytes);
        return all.toByteArray();
    }

    private void giveUp(IOException fault) {
        off = true;
        outstanding.clear();
        message =
                "Results that wait are not kept, because %s cannot be used: %s. A kill would cost them; the run goes on."
                        .formatted(file, fault.getMessage());
        try {
            close();
        } catch (IOException also) {
            fault.addSuppressed(also);
        }
    }

    /** What was wrong, for the user; empty if nothing. */
    String message() {
        return message;
    }

    @Override
    public void close() throws IOException {
        if (out != null) {
            out.close();
        }
    }
}
