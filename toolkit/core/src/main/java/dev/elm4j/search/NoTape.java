package dev.elm4j.search;

import com.fasterxml.jackson.databind.JsonNode;
import dev.elm4j.environment.Usage;
import java.util.List;
import java.util.Optional;

/** The tape of runs in memory: they cannot be killed and continued. */
enum NoTape implements Tape {
    NONE;

    @Override
    public boolean isActive() {
        return false;
    }

    @Override
    public boolean isReplaying() {
        return false;
    }

    @Override
    public Optional<Found> find(CallKey key, String kind, JsonNode request) {
        return Optional.empty();
    }

    @Override
    public void requireOnline(CallKey key, String kind, JsonNode request) {}

    @Override
    public void record(List<RecordedCall> calls) {}

    @Override
    public void copy(List<RecordedCall> calls) {}

    @Override
    public long begin(Usage worst) {
        return 0;
    }

    @Override
    public void settle(long attempt, Usage used) {}

    @Override
    public void carry(Usage booked) {}

    @Override
    public Usage spent() {
        return Usage.NONE;
    }
}
