package dev.elm4j.journal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.elm4j.environment.Codec;
import dev.elm4j.search.Commit;
import dev.elm4j.search.CommittedBatch;
import dev.elm4j.search.RunEvent;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads a journal event by event, holding no more than one batch. What follows the last whole batch, a torn line or a batch
 * that was never finished, is not part of the run; anything else that does not fit is an error.
 */
final class Events<S> {

    private final Path file;
    private final Codec<S> codec;
    private final Offsets offsets;
    private final List<Commit<S>> open = new ArrayList<>();
    private long[] begins = new long[16];
    private long batches;
    private long end;

    /**
     * @param offsets take the place of each candidate
     */
    Events(Path file, Codec<S> codec, Offsets offsets) {
        this.file = file;
        this.codec = codec;
        this.offsets = offsets;
    }

    /**
     * Reads the events behind the header.
     *
     * @return bytes up to the end of the last whole event
     */
    long each(Consumer<? super RunEvent<S>> consumer) {
        try (var lines = new Lines(new FileInputStream(file.toFile()))) {
            lines.next();
            end = lines.end();
            while (lines.next()) {
                event(lines).ifPresent(consumer);
            }
            return end;
        } catch (IOException fault) {
            throw new UncheckedIOException(
                    "The journal %s cannot be read: %s. Nothing was changed.".formatted(file, fault.getMessage()),
                    fault);
        }
    }

    /** Number of the batch that comes next. */
    long batches() {
        return batches;
    }

    private Optional<RunEvent<S>> event(Lines lines) {
        try {
            JsonNode line = lines.object();
            return EventLine.is(line) ? Optional.of(between(line, lines)) : candidate(line, lines);
        } catch (RuntimeException fault) {
            throw new IllegalStateException(
                    "Line %d of %s is not a candidate or an event: %s. Nothing was changed. Restore the file, or give the search another name."
                            .formatted(lines.number(), file, fault.getMessage()));
        }
    }

    private RunEvent<S> between(JsonNode line, Lines lines) {
        if (!open.isEmpty()) {
            throw new IllegalArgumentException("it is an event in the middle of batch %,d".formatted(batches));
        }
        RunEvent<S> event = EventLine.event(line, codec);
        end = lines.end();
        return event;
    }

    private Optional<RunEvent<S>> candidate(JsonNode line, Lines lines) {
        Line.Place place = Line.place(line);
        Commit<S> commit = Line.commit(line, codec);
        requireNext(place, commit.candidate().number());
        if (open.size() == begins.length) {
            begins = java.util.Arrays.copyOf(begins, 2 * begins.length);
        }
        begins[open.size()] = lines.begin();
        open.add(commit);
        return open.size() == place.size() ? Optional.of(batch(place, lines)) : Optional.empty();
    }

    private void requireNext(Line.Place place, long candidate) {
        if (place.index() != open.size() || place.batch() != batches) {
            throw new IllegalArgumentException("it is entry %d of batch %d, but entry %d of batch %d comes here"
                    .formatted(place.index(), place.batch(), open.size(), batches));
        }
        long expected = (long) offsets.size() + open.size();
        if (candidate != expected) {
            throw new IllegalArgumentException(
                    "it is candidate %d, but candidate %d comes here".formatted(candidate, expected));
        }
    }

    private CommittedBatch<S> batch(Line.Place place, Lines lines) {
        // The codec writes the solutions again: a node that was read may compare otherwise than the one that it wrote.
        var batch = new CommittedBatch<S>(
                place.batch(), place.origin(), open, Collections.nCopies(open.size(), Optional.empty()));
        end = lines.end();
        offsets.add(begins, open.size(), end);
        batches++;
        open.clear();
        return batch;
    }
}
