package dev.elm4j.journal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.elm4j.environment.ModelUnavailable;
import dev.elm4j.search.CallKey;
import dev.elm4j.search.RecordedCall;

/** A request that somebody looks for in cassettes. */
record Request(CallKey key, String kind, Canonical canonical) {

    static Request of(CallKey key, String kind, JsonNode request) {
        return new Request(key, kind, Canonical.of(request));
    }

    String hash() {
        return canonical.hash();
    }

    /** Whether this is a call of the same request, wherever it was made. */
    boolean isOf(RecordedCall call) {
        return call.kind().equals(kind) && Canonical.of(call.request()).hash().equals(hash());
    }

    /** The same call as if it had been made here. */
    RecordedCall here(RecordedCall call) {
        return new RecordedCall(key, call.kind(), call.request(), call.reply(), call.usage());
    }

    /**
     * The call of a line.
     *
     * @throws ModelUnavailable if the line is damaged: neither a candidate's fault, nor to be paid again unasked
     */
    RecordedCall of(CassetteText text, long offset) {
        try {
            return CallLine.call(text.line(offset));
        } catch (RuntimeException damaged) {
            throw new ModelUnavailable(
                    "The answer of call '%s' cannot be read from %s (the line at byte %,d): %s. Restore the file, or take this line out of it; then the model is asked again."
                            .formatted(key, text.file(), offset, damaged.getMessage()),
                    damaged);
        }
    }
}
