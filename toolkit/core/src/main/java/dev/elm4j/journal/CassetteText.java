package dev.elm4j.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A cassette as a text that is only read: its header, the beginnings of its lines, and any line as a whole. The file is open
 * only meanwhile. What follows the last whole line, or the last lines that belong together, is not part of it.
 */
record CassetteText(Path file) {

    static final String FORMAT = "elm4j cassette";
    static final int SCHEMA = 1;

    private static final String BEGIN = "{\"format\":\"" + FORMAT + "\"";
    private static final int BLOCK = 1 << 13;

    /** A line's short entries, and where it begins. */
    record Head(ObjectNode entries, long offset) {}

    /** Takes lines one by one. */
    interface Visitor {
        void visit(Head line);
    }

    static ObjectNode header(String run) {
        return Json.MAPPER
                .createObjectNode()
                .put("format", FORMAT)
                .put("schema", SCHEMA)
                .put("run", run);
    }

    /**
     * Which run it is of; empty if there is no whole line in it.
     *
     * @throws IllegalStateException if it is no cassette, or of another schema; {@code advice} says what to do
     */
    String run(String advice) {
        try {
            if (Files.isDirectory(file) || !Header.isBeginning(file, BEGIN)) {
                throw new IllegalStateException(
                        "%s is not a cassette: it does not begin with %s. Nothing was changed. %s"
                                .formatted(file, BEGIN, advice));
            }
            try (var lines = new Lines(new FileInputStream(file.toFile()))) {
                return lines.next() ? run(lines.object(), advice) : "";
            }
        } catch (IllegalArgumentException broken) {
            throw damaged(1, broken, advice);
        } catch (IOException fault) {
            throw unreadable(fault);
        }
    }

    private String run(JsonNode header, String advice) {
        JsonNode schema = header.path("schema");
        if (schema.asInt() != SCHEMA) {
            throw new IllegalStateException(
                    "%s is of schema %s, but this version reads schema %d. Nothing was changed. Use the version that wrote it. %s"
                            .formatted(file, schema, SCHEMA, advice));
        }
        return header.path("run").asText();
    }

    /**
     * Reads the lines behind the header.
     *
     * @return bytes up to the end of the last line that counts
     * @throws IllegalStateException if a line is damaged; {@code advice} says what to do
     */
    long each(Visitor visitor, String advice) {
        try (var lines = new Lines(new FileInputStream(file.toFile()))) {
            lines.next();
            long end = lines.end();
            List<Head> together = new ArrayList<>();
            while (lines.next()) {
                try {
                    together.add(new Head(lines.head(CallLine.REQUEST), lines.begin()));
                    if (together.size() == size(together)) {
                        together.forEach(visitor::visit);
                        together.clear();
                        end = lines.end();
                    }
                } catch (IllegalArgumentException broken) {
                    throw damaged(lines.number(), broken, advice);
                }
            }
            return end;
        } catch (IOException fault) {
            throw unreadable(fault);
        }
    }

    private static int size(List<Head> together) {
        int first = CallLine.manner(together.get(0).entries()).together();
        int last = CallLine.manner(together.get(together.size() - 1).entries()).together();
        if (first != last) {
            throw new IllegalArgumentException("%d lines belong together, but it is line %d of them and says %d"
                    .formatted(first, together.size(), last));
        }
        return first;
    }

    /** The whole line that begins there. */
    JsonNode line(long offset) {
        try (var access = new RandomAccessFile(file.toFile(), "r")) {
            byte[] bytes = new byte[BLOCK];
            int read = 0;
            access.seek(offset);
            while (true) {
                int more = access.read(bytes, read, bytes.length - read);
                if (more < 0) {
                    throw new EOFException("its line has no end");
                }
                for (int i = read; i < read + more; i++) {
                    if (bytes[i] == '\n') {
                        return Json.object(bytes, 0, i);
                    }
                }
                read += more;
                bytes = read == bytes.length ? Arrays.copyOf(bytes, Math.multiplyExact(read, 2)) : bytes;
            }
        } catch (IOException fault) {
            throw unreadable(fault);
        }
    }

    private IllegalStateException damaged(long line, IllegalArgumentException why, String advice) {
        return new IllegalStateException("Line %d of %s is damaged: %s. Nothing was changed. Restore the file. %s"
                .formatted(line, file, why.getMessage(), advice));
    }

    private UncheckedIOException unreadable(IOException fault) {
        return new UncheckedIOException(
                "The cassette %s cannot be read: %s. Nothing was changed.".formatted(file, fault.getMessage()), fault);
    }
}
