package dev.elm4j.journal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.elm4j.archive.CellPolicy;
import dev.elm4j.archive.Tessellation;
import dev.elm4j.environment.Codec;
import dev.elm4j.search.Cells;
import dev.elm4j.search.Commit;
import dev.elm4j.search.CommittedBatch;
import dev.elm4j.search.Ledger;
import dev.elm4j.search.Recorder;
import dev.elm4j.search.RunEvent;
import dev.elm4j.search.RunRecord;
import dev.elm4j.search.Setup;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A run as a folder: {@code journal.jsonl}, a header and then one line per candidate in commit order, and
 * {@code times.jsonl} beside it, which alone knows the clock.
 *
 * <pre>{@code
 * var run = new Run<>(setup, 1, Journal.open(folder, setup));   // begins or continues
 * }</pre>
 *
 * <p>A batch is handed to the system in one piece before the archive shows it, so that killing the process loses no
 * committed candidate; a torn end is cut off when the folder is opened next. Calls come from one thread at a time.
 *
 * @param <S> type of a solution
 */
public final class Journal<S> implements Recorder<S> {

    private static final String FILE = "journal.jsonl";

    private final Path file;
    private final Codec<S> codec;
    private final Clock clock;
    private final RunLock lock;
    private final FileOutputStream lines;
    private final FileOutputStream times;
    private final String message;
    private final List<Commit<S>> commits = new ArrayList<>();
    private List<CommittedBatch<S>> recorded;

    private Journal(Path folder, Setup<S> setup, Clock clock, RunLock lock) throws IOException {
        this.file = folder.resolve(FILE);
        this.codec = setup.environment().codec();
        this.clock = clock;
        this.lock = lock;
        Contents<S> contents = contents(setup);
        this.recorded = contents.batches();
        long torn = contents.size() - contents.length();
        this.message = torn == 0 || contents.header() == null
                ? ""
                : "The last %,d bytes of %s were a batch that was never finished; they were cut off."
                        .formatted(torn, file);
        cut(contents.length());
        this.lines = new FileOutputStream(file.toFile(), true);
        this.times = new FileOutputStream(folder.resolve("times.jsonl").toFile(), true);
        if (contents.header() == null) {
            lines.write(Json.line(Header.of(setup)));
        }
    }

    /**
     * Opens a folder to write: begins it, or continues the run in it.
     *
     * @param folder the run's folder, made if absent
     * @throws JournalMismatch if the folder holds a run of another setup; nothing is changed
     * @throws IllegalStateException if another process writes to it, or it is of a newer schema, or damaged; nothing is
     *     changed
     * @throws UncheckedIOException if the folder cannot be written
     */
    public static <S> Journal<S> open(Path folder, Setup<S> setup) {
        return open(folder, setup, Clock.systemUTC());
    }

    /** Opens a folder to write, with this clock for {@code times.jsonl}. */
    public static <S> Journal<S> open(Path folder, Setup<S> setup, Clock clock) {
        try {
            Files.createDirectories(folder);
        } catch (IOException fault) {
            throw new UncheckedIOException("Cannot make the folder %s: %s".formatted(folder, fault), fault);
        }
        RunLock lock = RunLock.of(folder);
        try {
            return new Journal<>(folder, setup, clock, lock);
        } catch (IOException fault) {
            lock.close();
            throw new UncheckedIOException("Cannot open the journal in %s: %s".formatted(folder, fault), fault);
        } catch (RuntimeException fault) {
            lock.close();
            throw fault;
        }
    }

    private Contents<S> contents(Setup<S> setup) {
        if (!Files.exists(file)) {
            return new Contents<>(null, List.of(), 0, 0);
        }
        JsonNode wanted = Header.of(setup);
        Contents<S> contents = Contents.read(file, codec, header -> requireAlike(header, wanted));
        if (contents.header() == null) {
            requireOwn(contents.size());
        }
        return contents;
    }

    private void requireAlike(JsonNode header, JsonNode wanted) {
        String difference = Header.difference(header, wanted);
        if (!difference.isEmpty()) {
            throw new JournalMismatch("%s holds a run of another setup: %s.".formatted(file, difference));
        }
    }

    /** A file without a whole first line may be overwritten only if it is the beginning of a journal. */
    private void requireOwn(long size) {
        byte[] begin = "{\"format\":\"elm4j journal\"".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        try {
            byte[] bytes = size <= 1 << 20 ? Files.readAllBytes(file) : new byte[0];
            int common = Math.min(bytes.length, begin.length);
            if (size == 0 || common > 0 && java.util.Arrays.equals(bytes, 0, common, begin, 0, common)) {
                return;
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        throw new IllegalStateException(
                "%s is not a journal. Nothing was changed. Give the search another name.".formatted(file));
    }

    private void cut(long length) throws IOException {
        if (Files.exists(file) && Files.size(file) > length) {
            try (var access = new RandomAccessFile(file.toFile(), "rw")) {
                access.setLength(length);
            }
        }
    }

    /** What had to be mended when the folder was opened, for the user; empty if nothing. */
    public String message() {
        return message;
    }

    /** What decides whether two setups are one run: the header that a journal would begin with, as JSON. */
    public static String identity(Setup<?> setup) {
        return Header.of(setup).toString();
    }

    @Override
    public void replay(Consumer<RunEvent<S>> each) {
        recorded.forEach(batch -> {
            commits.addAll(batch.commits());
            each.accept(batch);
        });
        recorded = List.of();
    }

    @Override
    public synchronized Commit<S> commit(long number) {
        return commits.get(Math.toIntExact(number));
    }

    @Override
    public void record(RunEvent<S> event) {
        if (event instanceof CommittedBatch<S> batch) {
            write(batch);
        }
    }

    private void write(CommittedBatch<S> batch) {
        var bytes = new ByteArrayOutputStream();
        int size = batch.commits().size();
        for (int i = 0; i < size; i++) {
            var place = new Line.Place(batch.number(), i, size, batch.origin());
            bytes.writeBytes(Json.line(Line.of(batch.commits().get(i), place, codec)));
        }
        try {
            lines.write(bytes.toByteArray());
            times.write(Json.line(Json.MAPPER
                    .createObjectNode()
                    .put("batch", batch.number())
                    .put("at", clock.instant().toString())));
        } catch (IOException fault) {
            throw new UncheckedIOException("%s cannot be written: %s.".formatted(file, fault.getMessage()), fault);
        }
        synchronized (this) {
            commits.addAll(batch.commits());
        }
    }

    @Override
    public void close() {
        try (lock;
                lines;
                times) {
            lines.getFD().sync();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /**
     * Reads a folder without writing: solutions are texts where they were journaled as texts, JSON otherwise.
     *
     * @throws IllegalStateException if it holds no journal, one of a newer schema, or a damaged one
     */
    public static RunRecord<Object> view(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            throw new IllegalStateException("There is no run in %s.".formatted(folder));
        }
        Codec<Object> codec = Codec.of(solution -> Json.MAPPER.valueToTree(solution), Journal::plain);
        Contents<Object> contents = Contents.read(file, codec, header -> {});
        if (contents.header() == null) {
            throw new IllegalStateException("The run in %s was never begun.".formatted(folder));
        }
        return rebuilt(folder.getFileName().toString(), contents);
    }

    private static Object plain(JsonNode json) {
        return json.isTextual() ? json.textValue() : json;
    }

    private static RunRecord<Object> rebuilt(String name, Contents<Object> contents) {
        Tessellation cells = Header.tessellation(contents.header());
        var ledger = new Ledger<Object>(new Cells(cells, CellPolicy.elite(), cells, 0));
        contents.batches().forEach(ledger::take);
        return ledger.record(
                name,
                contents.batches().stream()
                        .flatMap(batch -> batch.commits().stream())
                        .toList());
    }
}
