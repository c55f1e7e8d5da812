package dev.elm4j.model;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a model is served, with which key, and how long to wait for an answer.
 *
 * <pre>{@code
 * var endpoint = Endpoint.of("http://127.0.0.1:8080/v1").timeout(Duration.ofMinutes(5));
 * RemoteModels.openAiCompatible(endpoint, "qwen2.5-coder");
 * }</pre>
 *
 * <p>Immutable. Its text does not show the key.
 */
public final class Endpoint {

    /** How long to wait for a whole answer, if nothing else was said: 2 minutes. */
    public static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final String url;
    private final String key;
    private final Duration timeout;

    private Endpoint(String url, String key, Duration timeout) {
        this.url = url;
        this.key = key;
        this.timeout = timeout;
    }

    /**
     * A server without a key.
     *
     * @param url with {@code http} or {@code https}, a host and perhaps a port and a path; nothing else, for it is shown and
     *     journaled
     * @throws IllegalArgumentException if it is no such address, or holds a user, a password, a query or a fragment; the
     *     message does not show these
     */
    public static Endpoint of(String url) {
        requireNonNull(url, "url");
        URI address = parsed(url);
        boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        if (!web || address.getRawAuthority() == null) {
            throw odd(url);
        }
        requireAbsent(address.getRawAuthority().contains("@"), "a user or a password");
        requireAbsent(address.getRawQuery() != null, "a query (what begins with a question mark)");
        requireAbsent(address.getRawFragment() != null, "a fragment (what begins with #)");
        if (address.getHost() == null) {
            throw odd(url);
        }
        return new Endpoint(url.replaceFirst("/+$", ""), "", TIMEOUT);
    }

    private static URI parsed(String url) {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException odd) {
            throw odd(url);
        }
    }

    private static void requireAbsent(boolean present, String part) {
        if (present) {
            throw new IllegalArgumentException(
                    "A model's address is shown and journaled, so it must not hold %s, but this one does. Leave that out, and give a key by .key(System.getenv(\"NAME\")) or as the argument for it; a server that needs more in its address can be a langchain4j model of your own."
                            .formatted(part));
        }
    }

    private static IllegalArgumentException odd(String url) {
        return new IllegalArgumentException(
                "A model's address is like http://127.0.0.1:8080/v1, but was '%s'.".formatted(shown(url)));
    }

    /** As much of it as can hold no secret. */
    private static String shown(String url) {
        String bare = url.replaceFirst("(?s)[?#].*", "…").replaceFirst("(?s)^.*@", "…@");
        return Secrets.hide(bare, List.of());
    }

    /**
     * A copy with a key, which is sent as a bearer's token.
     *
     * @throws IllegalArgumentException if it is blank or holds blanks or line ends; the message does not show it
     */
    public Endpoint key(String key) {
        requireNonNull(key, "key");
        if (!key.matches("[\\x21-\\x7e]+")) {
            throw new IllegalArgumentException(
                    "A key is not empty and has neither blanks nor line ends, but this one, of %d characters, is otherwise. Copy it again."
                            .formatted(key.length()));
        }
        return new Endpoint(url, key, timeout);
    }

    /**
     * A copy that waits so long for a whole answer; default {@link #TIMEOUT}.
     *
     * @throws IllegalArgumentException if that is not more than 0
     */
    public Endpoint timeout(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("A timeout is more than 0, but was %s.".formatted(timeout));
        }
        return new Endpoint(url, key, timeout);
    }

    /** The address, without a slash at its end. */
    public String url() {
        return url;
    }

    /** Host, port and path: what tells one server's models from another's; the host in small letters. */
    String place() {
        URI address = URI.create(url);
        return address.getRawAuthority().toLowerCase(Locale.ROOT) + address.getRawPath();
    }

    /** How long to wait for a whole answer. */
    public Duration timeout() {
        return timeout;
    }

    Optional<String> key() {
        return key.isEmpty() ? Optional.empty() : Optional.of(key);
    }

    Transport transport() {
        return new Transport(timeout, key.isEmpty() ? List.of() : List.of(key));
    }

    @Override
    public String toString() {
        return url + (key.isEmpty() ? "" : " with a key");
    }
}
