package dev.elm4j.model;

import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.UnresolvedModelServerException;
import dev.langchain4j.exception.UnsupportedFeatureException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** What an exception of a model means: whether to ask again, and what the attempt counts for. */
enum Fault {
    /** A busy or broken server turned the request away. */
    BUSY(true, true),

    /** Nobody answers at the address. Worth another attempt; if none gets through, the model cannot be used. */
    UNREACHABLE(true, true),

    /** The request was sent, but no answer came that could be read; nobody knows what the provider counts. */
    LOST(true, false),

    /** The provider will not answer this request, however often it is made. */
    REJECTED(false, true),

    /** The provider's filter refused this request. */
    FILTERED(false, true),

    /** The provider answers no request of this model with this key. */
    UNUSABLE(false, true),

    /** Something else went wrong, such as in the model's own code. */
    UNKNOWN(false, false);

    /** What a provider says whose account is empty; waiting does not fill it. */
    private static final String NO_QUOTA = "insufficient_quota";

    /** What the JDK says of a server that does not speak TLS. */
    private static final String NO_TLS = "Unsupported or unrecognized";

    private final boolean passing;
    private final boolean turnedAway;

    Fault(boolean passing, boolean turnedAway) {
        this.passing = passing;
        this.turnedAway = turnedAway;
    }

    /** Whether another attempt may go well. */
    boolean isPassing() {
        return passing;
    }

    /** Whether the attempt took no tokens; otherwise it counts in full. */
    boolean isTurnedAway() {
        return turnedAway;
    }

    /** Whether no other request will fare better, so that the run should stop and say so. */
    boolean endsTheRun() {
        return this == UNUSABLE || this == UNREACHABLE;
    }

    /** Decides by the types in the chain of causes; never by a message, but for what has no type of its own. */
    static Fault of(Throwable exception) {
        if (find(exception, ContentFilteredException.class).isPresent()) {
            return FILTERED;
        }
        Optional<HttpException> http = find(exception, HttpException.class);
        if (http.isPresent()) {
            return of(http.get());
        }
        if (has(exception, ConnectException.class)
                || has(exception, UnknownHostException.class)
                || has(exception, HttpConnectTimeoutException.class)
                || has(exception, UnresolvedAddressException.class)
                || has(exception, UnresolvedModelServerException.class)) {
            return UNREACHABLE;
        }
        return neverSent(exception) ? UNREACHABLE : withoutStatus(exception);
    }

    /** Whether no secure connection came about, so that the request never left. */
    private static boolean neverSent(Throwable exception) {
        return has(exception, SSLHandshakeException.class)
                || has(exception, SSLPeerUnverifiedException.class)
                || find(exception, SSLException.class)
                        .filter(fault -> String.valueOf(fault.getMessage()).startsWith(NO_TLS))
                        .isPresent();
    }

    private static Fault withoutStatus(Throwable exception) {
        if (has(exception, RateLimitException.class)) {
            return BUSY;
        }
        if (has(exception, AuthenticationException.class) || has(exception, ModelNotFoundException.class)) {
            return UNUSABLE;
        }
        if (has(exception, InvalidRequestException.class) || has(exception, UnsupportedFeatureException.class)) {
            return REJECTED;
        }
        boolean lost = has(exception, dev.langchain4j.exception.TimeoutException.class)
                || has(exception, InternalServerException.class) // an answer without choices
                || has(exception, IOException.class); // a closed connection, a timeout, an answer that is no JSON
        return lost ? LOST : UNKNOWN;
    }

    private static Fault of(HttpException answer) {
        int status = answer.statusCode();
        return switch (status) {
            case 401, 403, 404 -> UNUSABLE;
            case 402 -> UNUSABLE; // payment required
            case 429 -> answer.getMessage() != null && answer.getMessage().contains(NO_QUOTA) ? UNUSABLE : BUSY;
            case 408, 409, 425 -> BUSY;
            case 504 -> LOST; // a gateway gave up waiting; the model behind it may have answered all the same
            default -> status >= 500 ? BUSY : status < 400 ? UNUSABLE : REJECTED; // below 400: the server is elsewhere
        };
    }

    /** The wait that the server asked for. */
    static Optional<Long> retryAfterNanos(Throwable exception) {
        return find(exception, TurnedAway.class).flatMap(TurnedAway::waitNanos);
    }

    /** The status that the server answered with. */
    static Optional<Integer> status(Throwable exception) {
        return find(exception, HttpException.class).map(HttpException::statusCode);
    }

    private static boolean has(Throwable exception, Class<? extends Throwable> type) {
        return find(exception, type).isPresent();
    }

    private static <T extends Throwable> Optional<T> find(Throwable exception, Class<T> type) {
        int steps = 0; // a chain may bite its own tail
        for (Throwable cause = exception; cause != null && steps < 50; cause = cause.getCause(), steps++) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }
}
