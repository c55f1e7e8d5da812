package dev.elm4j.model;

import dev.langchain4j.exception.HttpException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A status of 400 and above, with the wait that the server asked for, which langchain4j's own exception has no room for. */
final class TurnedAway extends HttpException {

    private static final long serialVersionUID = 1;

    private final long seconds;

    /**
     * @param body what the server said, without any key
     * @param seconds to wait; negative if the server did not say
     */
    TurnedAway(int status, String body, long seconds) {
        super(status, body);
        this.seconds = seconds;
    }

    Optional<Long> waitNanos() {
        return seconds < 0 ? Optional.empty() : Optional.of(TimeUnit.SECONDS.toNanos(Math.min(seconds, 86_400)));
    }
}
