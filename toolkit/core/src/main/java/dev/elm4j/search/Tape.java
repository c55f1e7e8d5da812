package dev.elm4j.search;

import com.fasterxml.jackson.databind.JsonNode;
import dev.elm4j.environment.ModelUnavailable;
import dev.elm4j.environment.Usage;
import java.util.List;
import java.util.Optional;

/**
 * The port to a cassette: gives the answers that were recorded, takes those that are new, and knows what was paid. Whatever
 * it throws stops the run: no candidate is to blame.
 *
 * <pre>{@code
 * Tape.none().spent().calls();   // 0: it keeps nothing
 * }</pre>
 *
 * <p>May be called from several threads at once.
 */
public interface Tape {

    /**
     * A call that was found.
     *
     * @param call what was recorded, at the place that was asked for
     * @param isPaid whether {@link #spent} holds it already, because it is this very run's
     */
    record Found(RecordedCall call, boolean isPaid) {}

    /** Whether it keeps or gives anything; if not, nobody needs to write requests down for it. */
    boolean isActive();

    /** Whether it gives answers of another run. */
    boolean isReplaying();

    /** What was recorded of this request, at this place of the run. */
    Optional<Found> find(CallKey key, String kind, JsonNode request);

    /**
     * Called for a request without a recorded answer before a model is asked.
     *
     * @throws ModelUnavailable if no model may be asked, because the run is offline; it names the first difference to the
     *     nearest recorded request
     */
    void requireOnline(CallKey key, String kind, JsonNode request);

    /** Makes calls that were made together durable, all or none of them; nobody uses the answers before. */
    void record(List<RecordedCall> calls);

    /**
     * The same for calls that were found and not paid: {@link #spent} holds them from now on, and they are found as this run's.
     */
    void copy(List<RecordedCall> calls);

    /**
     * Makes it durable that money is reserved, so that what was under way when the process was killed counts in full.
     *
     * @return number of the attempt
     */
    long begin(Usage worst);

    /** What an attempt really took. */
    void settle(long attempt, Usage used);

    /**
     * Tells what this run has spent at least, as its other files say. What the tape lacks of it, because it was moved away or
     * cut, is in {@link #spent} from now on, and made durable with the next line. Told once, before any attempt.
     */
    void carry(Usage booked);

    /** What all attempts of this run took so far, those of earlier sessions included; unsettled ones in full. */
    Usage spent();

    /** Keeps nothing. */
    static Tape none() {
        return NoTape.NONE;
    }
}
