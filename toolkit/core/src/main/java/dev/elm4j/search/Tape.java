package dev.elm4j.search;

import com.fasterxml.jackson.databind.JsonNode;
import dev.elm4j.environment.ModelUnavailable;
import dev.elm4j.environment.Usage;
import java.util.List;
import java.util.Optional;

/**
 * The port to a cassette: gives the answers that were recorded, takes those that are new, and knows what was paid.
 *
 * <pre>{@code
 * Tape.none().spent();   // nothing: it keeps nothing
 * }</pre>
 *
 * <p>May be called from several threads at once.
 */
public interface Tape {

    /**
     * An answer that was found.
     *
     * @param answer as the exchange wrote it
     * @param usage of all attempts that it took
     * @param isPaid whether {@link #spent} holds it already, because this very run asked for it
     */
    record Found(JsonNode answer, Usage usage, boolean isPaid) {}

    /** Whether it keeps or gives anything; if not, nobody needs to write requests down for it. */
    boolean isActive();

    /** The recorded answer to this request, at this place of the run. */
    Optional<Found> find(CallKey key, String kind, JsonNode request);

    /**
     * Called for a request without a recorded answer before a model is asked.
     *
     * @throws ModelUnavailable if no model may be asked, because the run is offline; it names the first difference to the
     *     nearest recorded request
     */
    void requireOnline(CallKey key, String kind, JsonNode request);

    /** Makes answers durable, all or none of them; nobody uses them before. */
    void record(List<RecordedCall> calls);

    /**
     * Makes it durable that money is reserved, so that what was under way when the process was killed counts in full.
     *
     * @return number of the attempt
     */
    long begin(Usage worst);

    /** What an attempt really took. */
    void settle(long attempt, Usage used);

    /** What all attempts of this run took so far, those of earlier sessions included; unsettled ones in full. */
    Usage spent();

    /** Keeps nothing. */
    static Tape none() {
        return NoTape.NONE;
    }
}
