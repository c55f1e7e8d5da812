package dev.elm4j.journal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elm4j.environment.Streams.Step;
import dev.elm4j.environment.Usage;
import dev.elm4j.search.RecordedCall;
import dev.elm4j.search.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;

/**
 * A run's own cassette: what is written to it, and where its calls are. The file is made when the first line comes. What a
 * full disk does not take waits in memory for the next write, so that an answer that was paid is not lost as long as the
 * process lives. One thread at a time.
 */
final class CassetteWriter implements AutoCloseable {

    private static final String ADVICE =
            "Or move it away: then its answers are asked again, and what attempts without an answer cost is not known.";

    /** What is written in one piece, and where in it calls begin. */
    private record Piece(
            byte[] bytes, List<RecordedCall> calls, List<String> hashes, int[] begins, boolean isReplayed) {

        /** As in the next session: what ended without an answer here is asked again. */
        boolean isFound(int call) {
            return isReplayed || calls.get(call).reply() instanceof Reply.Answered;
        }
    }

    private final Path file;
    private final CassetteText text;
    private final String run;
    private final OwnCalls index = new OwnCalls();
    private final List<Piece> waiting = new ArrayList<>();
    private final Map<Long, Usage> open = new HashMap<>();
    private Usage settled = Usage.NONE;
    /** What the run has spent and this file knows nothing of; in {@link #settled} already. */
    private Usage carried = Usage.NONE;

    private long next;
    private Appender out;
    private boolean torn;
    private boolean closed;
    private String message = "";

    /** @param run a hash of what tells the run from others */
    CassetteWriter(Path file, String run) {
        this.file = file;
        this.text = new CassetteText(file);
        this.run = run;
    }

    /**
     * Takes what earlier sessions have written; then cuts off a torn end.
     *
     * @param committed candidates with lower numbers ask no more
     * @throws IllegalStateException if it is no cassette, of another run, or damaged; nothing is changed
     */
    void load(long committed) {
        long length = file.toFile().length();
        if (length == 0) {
            return;
        }
        String owner = text.run(ADVICE);
        if (!owner.isEmpty() && !owner.equals(run)) {
            throw new IllegalStateException(
                    "%s is the cassette of another run. Nothing was changed. Move it out of this folder; to take answers from it, use .cassette(Cassette.replay(...))."
                            .formatted(file));
        }
        long end = owner.isEmpty() ? 0 : text.each(line -> take(line, committed), ADVICE);
        next = open.keySet().stream().mapToLong(attempt -> attempt + 1).reduce(next, Math::max);
        if (end < length) {
            cut(end, length);
        }
    }

    private void take(CassetteText.Head line, long committed) {
        ObjectNode entries = line.entries();
        if (entries.has("call")) {
            var key = CallLine.key(entries);
            boolean isReplayed = CallLine.manner(entries).isReplayed();
            if (isReplayed) {
                settled = settled.plus(Entries.usage(entries, "usage"));
            }
            String hash = Json.hash(entries);
            boolean mayAsk = key.step() == Step.REEVALUATE || key.number() >= committed;
            if (mayAsk && (isReplayed || CallLine.isAnswered(entries))) {
                index.add(key, hash, line.offset());
            }
            return;
        }
        long attempt = Json.whole(Json.required(entries, "attempt"));
        next = Math.max(next, attempt + 1);
        if (entries.has("worst")) {
            open.put(attempt, Entries.usage(entries, "worst"));
        } else if (open.remove(attempt) != null) {
            settled = settled.plus(Entries.usage(entries, "used"));
        } else {
            throw new IllegalArgumentException("its attempt %d was never begun".formatted(attempt));
        }
    }

    private void cut(long end, long length) {
        try {
            appender().cut(end);
            message = "The last %,d bytes of %s were never finished; they were cut off.".formatted(length - end, file);
        } catch (IOException fault) {
            throw unwritable(fault);
        }
    }

    /** The last call at this place of the run with this request, if it has an answer or is a replayed one. */
    OptionalLong find(Request request) {
        if (!waiting.isEmpty() && !closed) { // what is not written is not found
            tryWrite();
        }
        return index.find(request.key(), request.hash());
    }

    CassetteText text() {
        return text;
    }

    /** @throws CancellationException after {@link #close}; then the attempt must not be made */
    long begin(Usage worst) {
        requireOpen();
        writeCarried();
        long attempt = next;
        waiting.add(piece(CallLine.begun(attempt, worst)));
        try {
            write();
        } catch (UncheckedIOException fault) { // then it is not made
            waiting.remove(waiting.size() - 1);
            throw fault;
        }
        next++;
        open.put(attempt, worst);
        return attempt;
    }

    /** If it cannot be written now, it is with the next line; whoever needs that one learns of it. */
    void settle(long attempt, Usage used) {
        open.remove(attempt);
        settled = settled.plus(used);
        if (!closed) {
            waiting.add(piece(CallLine.settled(attempt, used)));
            tryWrite();
        }
    }

    /**
     * Writes calls that belong together.
     *
     * @param requests of the calls, in order
     * @throws CancellationException after {@link #close}
     */
    void record(List<RecordedCall> calls, List<Canonical> requests, boolean isReplayed) {
        requireOpen();
        writeCarried();
        var manner = new CallLine.Manner(isReplayed, calls.size());
        var bytes = new ByteArrayOutputStream();
        int[] begins = new int[calls.size()];
        for (int i = 0; i < begins.length; i++) {
            begins[i] = bytes.size();
            bytes.writeBytes(Json.line(CallLine.of(calls.get(i), requests.get(i), manner)));
            settled = isReplayed ? settled.plus(calls.get(i).usage()) : settled;
        }
        List<String> hashes = requests.stream().map(Canonical::hash).toList();
        waiting.add(new Piece(bytes.toByteArray(), calls, hashes, begins, isReplayed));
        write();
    }

    /** Counts what the run has spent beyond what is here; it waits for the first line, so that only to look writes nothing. */
    void carry(Usage booked) {
        Usage lacking = booked.minus(spent());
        carried = new Usage(
                Math.max(0, lacking.calls()),
                Math.max(0, lacking.inputTokens()),
                Math.max(0, lacking.outputTokens()),
                Math.max(0, lacking.nanoUsd()));
        settled = settled.plus(carried);
    }

    private void writeCarried() {
        if (!carried.equals(Usage.NONE)) {
            waiting.add(piece(CallLine.begun(next, carried)));
            waiting.add(piece(CallLine.settled(next, carried)));
            next++;
            carried = Usage.NONE;
        }
    }

    /** Somebody's code may be at work longer than its run; by then the file may be that of another writer. */
    private void requireOpen() {
        if (closed) {
            throw new CancellationException("The cassette %s is closed: its run has ended.".formatted(file));
        }
    }

    private static Piece piece(ObjectNode line) {
        return new Piece(Json.line(line), List.of(), List.of(), new int[0], false);
    }

    private void tryWrite() {
        try {
            write();
        } catch (UncheckedIOException later) { // the next line that somebody needs will say so
            return;
        }
    }

    /** Writes all that waits, in one piece. */
    private void write() {
        var all = new ByteArrayOutputStream();
        try {
            if (torn) {
                appender().cut(appender().length());
                torn = false;
            }
            long begin = appender().length();
            if (begin == 0) {
                all.writeBytes(Json.line(CassetteText.header(run)));
            }
            waiting.forEach(piece -> all.writeBytes(piece.bytes()));
            appender().append(all.toByteArray());
            written(begin == 0 ? Json.line(CassetteText.header(run)).length : begin);
        } catch (IOException fault) {
            torn = true;
            throw unwritable(fault);
        }
    }

    private void written(long begin) {
        long at = begin;
        for (Piece piece : waiting) {
            for (int i = 0; i < piece.begins().length; i++) {
                if (piece.isFound(i)) {
                    index.add(piece.calls().get(i).key(), piece.hashes().get(i), at + piece.begins()[i]);
                }
            }
            at += piece.bytes().length;
        }
        waiting.clear();
    }

    private Appender appender() throws IOException {
        if (out == null) {
            out = new Appender(file, file.toFile().length());
        }
        return out;
    }

    /** What was used, and what is open in full. */
    Usage spent() {
        return open.values().stream().reduce(settled, Usage::plus);
    }

    void forget(long candidate) {
        index.forget(candidate);
    }

    /** How many candidates have calls that may be asked for. */
    int askers() {
        return index.size();
    }

    /** What was cut off, for the user; empty if nothing. */
    String message() {
        return message;
    }

    private UncheckedIOException unwritable(IOException fault) {
        return new UncheckedIOException(
                "%s cannot be written: %s. Make room on the disk, or mend what else keeps it from being written; then go on with the run. Answers that came meanwhile are kept in memory."
                        .formatted(file, fault.getMessage()),
                fault);
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        try {
            if (!waiting.isEmpty()) {
                write();
            }
        } catch (UncheckedIOException fault) {
            throw fault.getCause();
        } finally {
            closed = true;
            if (out != null) {
                out.close();
            }
        }
    }
}
