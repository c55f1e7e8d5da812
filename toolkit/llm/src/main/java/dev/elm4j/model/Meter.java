package dev.elm4j.model;

/**
 * When the next work may start, if so much is allowed per minute: pure arithmetic over given nanoseconds.
 *
 * <p>It is a leaky bucket that holds one piece of work: what takes an n-th of the minute's allowance keeps the next waiting
 * for an n-th of a minute. Work that turns out smaller or greater than was thought moves the next start. Used under a lock.
 */
final class Meter {

    private static final long MINUTE = 60_000_000_000L;

    private final long perMinute;
    private long free = Long.MIN_VALUE;

    /** @param perMinute at least 1; {@link RateLimit#UNLIMITED} never makes anybody wait */
    Meter(int perMinute) {
        this.perMinute = perMinute;
    }

    /** The first moment, not before now, at which work may start. */
    long earliest(long now) {
        return free == Long.MIN_VALUE ? now : Math.max(now, free);
    }

    /** Lets work start at this moment, which {@link #earliest} gave. */
    void start(long moment, long amount) {
        free = moment + cost(amount);
    }

    /** Adds to what was started. */
    void correct(long more) {
        if (free != Long.MIN_VALUE) {
            free += more < 0 ? -cost(-more) : cost(more);
        }
    }

    private long cost(long amount) {
        if (perMinute == RateLimit.UNLIMITED) {
            return 0;
        }
        long most = Math.min(amount, perMinute); // more than is allowed can never be waited for
        return (long) Math.ceil((double) most / perMinute * MINUTE);
    }
}
