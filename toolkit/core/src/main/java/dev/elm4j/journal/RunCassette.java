package dev.elm4j.journal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.elm4j.environment.ModelUnavailable;
import dev.elm4j.environment.Usage;
import dev.elm4j.search.CallKey;
import dev.elm4j.search.Cassette;
import dev.elm4j.search.RecordedCall;
import dev.elm4j.search.Tape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The cassette of a run, {@code cassette.jsonl} in its folder, and those that it may take answers from. Safe for use by several
 * threads: the writer is asked under this object's lock, everything else never changes.
 */
final class RunCassette implements Tape, AutoCloseable {

    private final Cassette cassette;
    private final CassetteWriter own;
    private final List<ForeignCassette> others;

    /** @param others where answers are looked for that are not this run's, in this order */
    RunCassette(CassetteWriter own, List<ForeignCassette> others, Cassette cassette) {
        this.own = own;
        this.others = others;
        this.cassette = cassette;
    }

    /** Takes what earlier sessions recorded; asked once, before anything else. */
    synchronized void load(long committed) {
        own.load(committed);
    }

    @Override
    public boolean isActive() {
        return true;
    }

    @Override
    public boolean isReplaying() {
        return !others.isEmpty();
    }

    @Override
    public Optional<Found> find(CallKey key, String kind, JsonNode request) {
        var wanted = Request.of(key, kind, request);
        OptionalLong offset;
        synchronized (this) {
            offset = own.find(wanted);
        }
        if (offset.isPresent()) {
            RecordedCall call = wanted.of(own.text(), offset.getAsLong());
            if (wanted.isOf(call) && call.key().equals(key)) {
                return Optional.of(new Found(call, true));
            }
        }
        return others.stream()
                .flatMap(other -> other.at(wanted).stream())
                .findFirst()
                .or(() -> others.stream()
                        .flatMap(other -> other.elsewhere(wanted).stream())
                        .findFirst())
                .map(call -> new Found(call, false));
    }

    @Override
    public void requireOnline(CallKey key, String kind, JsonNode request) {
        if (!cassette.isOffline()) {
            return;
        }
        List<Path> files = others.isEmpty()
                ? List.of(own.text().file())
                : others.stream().map(ForeignCassette::file).toList();
        throw new ModelUnavailable(new Nearest(files).sentence(Request.of(key, kind, request)));
    }

    @Override
    public void record(List<RecordedCall> calls) {
        write(calls, false);
    }

    @Override
    public void copy(List<RecordedCall> calls) {
        write(calls, true);
    }

    private void write(List<RecordedCall> calls, boolean isReplayed) {
        List<Canonical> requests =
                calls.stream().map(call -> Canonical.of(call.request())).toList();
        synchronized (this) {
            own.record(calls, requests, isReplayed);
        }
    }

    @Override
    public synchronized long begin(Usage worst) {
        return own.begin(worst);
    }

    @Override
    public synchronized void settle(long attempt, Usage used) {
        own.settle(attempt, used);
    }

    @Override
    public synchronized void carry(Usage booked) {
        own.carry(booked);
    }

    @Override
    public synchronized Usage spent() {
        return own.spent();
    }

    /** These candidates are committed and ask no more. */
    synchronized void forget(long candidate) {
        own.forget(candidate);
    }

    synchronized String message() {
        return own.message();
    }

    @Override
    public synchronized void close() throws IOException {
        own.close();
    }
}
