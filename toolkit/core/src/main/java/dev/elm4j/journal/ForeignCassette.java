package dev.elm4j.journal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elm4j.search.RecordedCall;
import java.nio.file.Path;
import java.util.Optional;

/** A cassette of another run, read only: an index in memory, lines read when they are wanted. Safe for use by several threads. */
final class ForeignCassette {

    private static final String ADVICE =
            "Or leave it out of the search's .cassette(...); if it lies in the run's own folder, move it away.";

    private final CassetteText text;
    private final CallIndex answered = new CallIndex();
    private final CallIndex unanswered = new CallIndex();

    /** @throws IllegalStateException if the file is no cassette, of another schema, or damaged */
    ForeignCassette(Path file) {
        this.text = new CassetteText(file);
        text.run(ADVICE);
        text.each(this::take, ADVICE);
        answered.seal();
        unanswered.seal();
    }

    private void take(CassetteText.Head line) {
        ObjectNode entries = line.entries();
        if (entries.has("call")) {
            CallIndex index = CallLine.isAnswered(entries) ? answered : unanswered;
            index.add(CallLine.key(entries), Json.hash(entries), line.offset());
        }
    }

    /** What was recorded of this request at this place of the run. */
    Optional<RecordedCall> at(Request request) {
        return at(answered, request).or(() -> at(unanswered, request));
    }

    private Optional<RecordedCall> at(CallIndex index, Request request) {
        for (long offset : index.at(request.key(), request.hash())) {
            RecordedCall call = request.of(text, offset);
            if (request.isOf(call) && call.key().equals(request.key())) {
                return Optional.of(call);
            }
        }
        return Optional.empty();
    }

    /** An answer to this request that was recorded at another place. */
    Optional<RecordedCall> elsewhere(Request request) {
        long offset = answered.elsewhere(request.key(), request.hash());
        return offset < 0
                ? Optional.empty()
                : Optional.of(request.of(text, offset)).filter(request::isOf).map(request::here);
    }

    Path file() {
        return text.file();
    }
}
