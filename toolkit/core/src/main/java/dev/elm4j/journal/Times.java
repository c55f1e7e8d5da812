package dev.elm4j.journal;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * When each batch was committed, in {@code times.jsonl}; written behind by up to a second, and no reason to stop a run. One
 * thread at a time.
 */
final class Times implements AutoCloseable {

    private static final Duration BEHIND = Duration.ofSeconds(1);

    private final Path file;
    private final Clock clock;
    private OutputStream out;
    private Instant flushed = Instant.EPOCH;
    private String message = "";

    Times(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    void committed(long batch) {
        if (!message.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        try {
            if (out == null) {
                out = new BufferedOutputStream(new FileOutputStream(file.toFile(), true));
            }
            out.write(("{\"batch\":" + batch + ",\"at\":\"" + now + "\"}\n").getBytes(StandardCharsets.UTF_8));
            if (flushed.plus(BEHIND).isBefore(now)) {
                out.flush();
                flushed = now;
            }
        } catch (IOException fault) {
            message = "Times are not written, because %s cannot be used: %s. The run goes on."
                    .formatted(file, fault.getMessage());
        }
    }

    /** What was wrong, for the user; empty if nothing. */
    String message() {
        return message;
    }

    @Override
    public void close() {
        try {
            if (out != null) {
                out.close();
            }
        } catch (IOException fault) {
            message = "The last times could not be written to %s: %s.".formatted(file, fault.getMessage());
        }
    }
}
