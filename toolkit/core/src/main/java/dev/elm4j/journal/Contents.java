package dev.elm4j.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.elm4j.environment.Codec;
import dev.elm4j.search.Commit;
import dev.elm4j.search.CommittedBatch;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a journal file holds: header, whole batches, and how many bytes these take. What follows them, a torn line or a
 * batch that was never finished, is not part of the run; anything else that does not fit is an error.
 *
 * @param header the first line, null while there is none (an empty file, or one torn in its first line)
 * @param length bytes up to the end of the last whole batch
 * @param size bytes of the file
 */
record Contents<S>(JsonNode header, List<CommittedBatch<S>> batches, long length, long size) {

    /** Reads a file; {@code accept} sees the header before any line is decoded, and may refuse by throwing. */
    static <S> Contents<S> read(Path file, Codec<S> codec, Consumer<JsonNode> accept) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            return new Reader<>(file, in, codec).read(Files.size(file), accept);
        } catch (IOException fault) {
            throw new UncheckedIOException("Cannot read the journal %s: %s".formatted(file, fault.getMessage()), fault);
        }
    }

    /** Reads line by line, counting bytes. */
    private static final class Reader<S> {

        private final Path file;
        private final InputStream in;
        private final Codec<S> codec;
        private final List<CommittedBatch<S>> batches = new ArrayList<>();
        private final List<Commit<S>> open = new ArrayList<>();
        private long position;
        private long length;
        private int number;

        Reader(Path file, InputStream in, Codec<S> codec) {
            this.file = file;
            this.in = in;
            this.codec = codec;
        }

        Contents<S> read(long size, Consumer<JsonNode> accept) throws IOException {
            String first = line();
            if (first == null) {
                return new Contents<>(null, List.of(), 0, size);
            }
            JsonNode header = header(first);
            accept.accept(header);
            length = position;
            for (String line = line(); line != null; line = line()) {
                take(line);
            }
            return new Contents<>(header, batches, length, size);
        }

        /** The next whole line; null at the end of the file or at a torn line. */
        private String line() throws IOException {
            var bytes = new ByteArrayOutputStream(256);
            for (int b = in.read(); b >= 0; b = in.read()) {
                if (b == '\n') {
                    position += bytes.size() + 1L;
                    number++;
                    return bytes.toString(StandardCharsets.UTF_8);
                }
                bytes.write(b);
            }
            return null;
        }

        private JsonNode header(String line) {
            JsonNode header;
            try {
                header = Json.MAPPER.readTree(line);
            } catch (JsonProcessingException foreign) {
                throw new IllegalStateException(
                        "%s is not a journal: its first line is no JSON. Nothing was changed. Give the search another name."
                                .formatted(file));
            }
            if (!header.path("format").asText().equals("elm4j journal")) {
                throw new IllegalStateException(
                        "%s is not a journal: its first line has no format 'elm4j journal'. Nothing was changed. Give the search another name."
                                .formatted(file));
            }
            if (header.path("schema").asInt() != Header.SCHEMA) {
                throw new IllegalStateException(
                        "%s is of schema %s, but this version reads schema %d. Nothing was changed. Use the version that wrote it, or give the search another name."
                                .formatted(file, header.path("schema"), Header.SCHEMA));
            }
            return header;
        }

        private void take(String text) {
            try {
                JsonNode line = Json.MAPPER.readTree(text);
                Line.Place place = Line.place(line);
                if (place.index() != open.size() || place.batch() != batches.size()) {
                    throw new IllegalArgumentException("it is entry %d of batch %d, but entry %d of batch %d comes here"
                            .formatted(place.index(), place.batch(), open.size(), batches.size()));
                }
                open.add(Line.commit(line, codec));
                if (open.size() == place.size()) {
                    batches.add(new CommittedBatch<>(
                            place.batch(), place.origin(), open, Collections.nCopies(open.size(), Optional.empty())));
                    open.clear();
                    length = position;
                }
            } catch (JsonProcessingException | RuntimeException fault) {
                throw new IllegalStateException(
                        "Line %d of %s is not a candidate: %s. Nothing was changed. Restore the file, or give the search another name."
                                .formatted(number, file, fault.getMessage()));
            }
        }
    }
}
