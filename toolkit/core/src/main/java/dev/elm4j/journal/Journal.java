package dev.elm4j.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elm4j.environment.Codec;
import dev.elm4j.search.Commit;
import dev.elm4j.search.CommittedBatch;
import dev.elm4j.search.Correction;
import dev.elm4j.search.FinishedBatch;
import dev.elm4j.search.QueuedInjection;
import dev.elm4j.search.Recorder;
import dev.elm4j.search.RunEvent;
import dev.elm4j.search.RunRecord;
import dev.elm4j.search.Setup;
import dev.elm4j.search.Tape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A run as a folder: {@code journal.jsonl}, a header and then one line per candidate in commit order;
 * {@code finished.jsonl}, results that wait for an earlier batch; {@code cassette.jsonl}, what models were asked and answered;
 * and {@code times.jsonl}, which alone knows the clock.
 *
 * <pre>{@code
 * var run = new Run<>(setup, 1, Journal.open(folder, setup));   // begins or continues
 * }</pre>
 *
 * <p>A batch is handed to the system in one piece before the archive shows it, so that killing the process loses no
 * committed candidate; a torn end is cut off when the run goes on. In memory there is only where each line begins: 8 bytes a
 * candidate. {@link #commit} may be called from any thread, also after {@link #close}; everything else from one at a time.
 *
 * @param <S> type of a solution
 */
public final class Journal<S> implements Recorder<S> {

    private static final String FILE = "journal.jsonl";
    private static final long FINISHED_BYTES = 8 << 20;

    private final Path file;
    private final Codec<S> codec;
    private final RunLock lock;
    private final Appender lines;
    private final Times times;
    private final Kept<S> kept;
    private final RunCassette cassette;
    private final Offsets offsets = new Offsets();
    private final Readback<S> readback;
    /** Whether the file held nothing when it was opened. */
    private final boolean fresh;

    private boolean replayed;
    private boolean closed;
    private long nextBatch;
    private String message;

    private Journal(Path folder, Setup<S> setup, Clock clock, RunLock lock) throws IOException {
        this.file = folder.resolve(FILE);
        this.codec = setup.environment().codec();
        this.lock = lock;
        JsonNode wanted = Header.of(setup);
        JsonNode header = Files.exists(file) ? Header.read(file) : null;
        if (header != null) {
            requireAlike(header, wanted);
        }
        this.fresh = header == null;
        var cassettes = new Cassettes(folder);
        // Before the header: a crash between the two must not make the old answers those of the new run.
        this.message = fresh ? cassettes.setAside() : "";
        this.cassette = cassettes.open(setup.models().cassette(), Header.hash(wanted));
        this.lines = new Appender(file, fresh ? 0 : Files.size(file));
        this.times = new Times(folder.resolve("times.jsonl"), clock);
        this.kept = new Kept<>(folder.resolve("finished.jsonl"), setup, wanted, FINISHED_BYTES);
        this.readback = new Readback<>(file, codec, offsets);
        if (fresh) {
            begin(wanted);
        }
    }

    /**
     * Opens a folder to write: begins it, or prepares to continue the run in it.
     *
     * @param folder the run's folder, made if absent
     * @throws JournalMismatch if the folder holds a run of another setup; nothing is changed
     * @throws IllegalStateException if another process writes to it, or it holds no journal, or one of another schema;
     *     nothing is changed
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
            throw new UncheckedIOException(
                    "Cannot make the folder %s: %s. Choose a folder of your own with Runs.home(...)."
                            .formatted(folder, fault),
                    fault);
        }
        RunLock lock = RunLock.of(folder);
        try {
            return new Journal<>(folder, setup, clock, lock);
        } catch (IOException fault) {
            lock.close();
            throw new UncheckedIOException(
                    "Cannot open the journal in %s: %s. Make room, or choose a folder of your own with Runs.home(...)."
                            .formatted(folder, fault.getMessage()),
                    fault);
        } catch (RuntimeException fault) {
            lock.close();
            throw fault;
        }
    }

    private void requireAlike(JsonNode header, JsonNode wanted) {
        Header.requireSchema(header, file, false);
        String difference = Header.difference(header, wanted);
        if (!difference.isEmpty()) {
            throw new JournalMismatch(
                    "%s holds a run of another setup: %s. Nothing was changed. Build the search as it was, or give it another name."
                            .formatted(file, difference));
        }
    }

    /** Begins a file that is empty, or torn in its header. */
    private void begin(JsonNode header) throws IOException {
        try {
            if (Files.size(file) > 0) {
                lines.cut(0);
            }
            lines.append(Json.line(header));
        } catch (IOException fault) {
            lines.close();
            throw fault;
        }
    }

    /** What had to be mended or left out so far, for the user; empty if nothing. */
    public String message() {
        return Stream.of(message, cassette.message(), kept.message(), times.message())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** What decides whether two setups are one run: the header that a journal would begin with, as JSON. */
    public static String identity(Setup<?> setup) {
        return Header.of(setup).toString();
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if a line is damaged; nothing is changed, and the journal is closed, as it is when
     *     {@code each} throws
     */
    @Override
    public void replay(Consumer<RunEvent<S>> each) {
        try {
            var events = new Events<>(file, codec, offsets);
            long end = events.each(each);
            nextBatch = events.batches();
            cassette.load(offsets.size());
            cut(end);
            replayed = true;
        } catch (RuntimeException refused) {
            close();
            throw refused;
        }
    }

    /** Cuts off what was never finished; only now, because everything before it has come out as it was. */
    private void cut(long end) {
        long torn = lines.length() - end;
        if (torn > 0) {
            try {
                lines.cut(end);
            } catch (IOException fault) {
                throw unwritable(fault);
            }
            message = "The last %,d bytes of %s were a batch that was never finished; they were cut off."
                    .formatted(torn, file);
        }
    }

    @Override
    public Commit<S> commit(long number) {
        return readback.commit(number);
    }

    @Override
    public void record(RunEvent<S> event) {
        if (!replayed || closed) {
            throw new IllegalStateException(
                    closed
                            ? "The journal %s is closed. Open it again.".formatted(file)
                            : "The journal %s was not replayed yet. Pass it to new Run<>(...), which does."
                                    .formatted(file));
        }
        if (event instanceof CommittedBatch<S> batch) {
            record(batch);
        } else if (event instanceof QueuedInjection<S> queued) {
            append(Json.line(EventLine.of(queued, codec)));
        } else if (event instanceof Correction<S> correction) {
            append(Json.line(EventLine.of(correction)));
        }
    }

    private void record(CommittedBatch<S> batch) {
        var bytes = new ByteArrayOutputStream(1 << 12);
        int size = batch.commits().size();
        long[] begins = new long[size];
        long begin = lines.length();
        for (int i = 0; i < size; i++) {
            var place = new Line.Place(batch.number(), i, size, batch.origin());
            ObjectNode line =
                    Line.of(batch.commits().get(i), place, batch.solutions().get(i));
            begins[i] = begin + bytes.size();
            bytes.writeBytes(Json.line(line));
        }
        append(bytes.toByteArray());
        offsets.add(begins, size, lines.length());
        times.committed(batch.number());
        kept.committed(batch.number());
        batch.commits().forEach(commit -> cassette.forget(commit.candidate().number()));
    }

    private void append(byte[] piece) {
        try {
            lines.append(piece);
        } catch (IOException fault) {
            throw unwritable(fault);
        }
    }

    private UncheckedIOException unwritable(IOException fault) {
        return new UncheckedIOException(
                "%s cannot be written: %s. Make room on the disk, or mend what else keeps it from being written."
                        .formatted(file, fault.getMessage()),
                fault);
    }

    @Override
    public void keep(FinishedBatch<S> batch) {
        kept.keep(batch);
    }

    @Override
    public List<FinishedBatch<S>> kept() {
        if (fresh) { // results beside a journal that is gone belong to the run that is gone
            kept.forget();
            return List.of();
        }
        return kept.restore(nextBatch);
    }

    @Override
    public Tape tape() {
        return cassette;
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (lock;
                lines;
                times;
                kept;
                cassette) {
            lines.sync();
        } catch (IOException fault) {
            throw new UncheckedIOException(
                    "%s could not be closed in order: %s. Whole batches that are in it are kept."
                            .formatted(file, fault.getMessage()),
                    fault);
        }
    }

    /**
     * Reads a folder without writing: solutions are texts where they were journaled as texts, JSON otherwise. Commits are
     * read one by one as they are asked for, so the folder must stay.
     *
     * @throws IllegalStateException if it holds no journal, one of a newer schema, or a damaged one
     */
    public static RunRecord<Object> view(Path folder) {
        return View.of(folder, folder.resolve(FILE));
    }
}
