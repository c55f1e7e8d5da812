package dev.elm4j.model;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.UnsupportedFeatureException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient.Version;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * HTTP for all remote models, over one JDK client.
 *
 * <p>langchain4j's own makes a client with its threads for each model, bounds only the time to the first byte (a slow drip
 * holds a slot for ever), and forgets how long a busy server asked to wait. This one bounds the whole answer, and takes keys
 * out of what servers say, so that no exception holds one.
 */
record Transport(Duration timeout, List<String> keys) implements HttpClient {

    private static final Duration CONNECT = Duration.ofSeconds(15);

    /** Made when first needed; its threads are daemons and end after a minute without work. */
    private static final class Shared {
        static final java.net.http.HttpClient CLIENT =
                java.net.http.HttpClient.newBuilder().connectTimeout(CONNECT).build();
    }

    /** For the builders of langchain4j's models. */
    HttpClientBuilder builder() {
        return new Given(this);
    }

    /**
     * Sends a request and waits for the whole answer.
     *
     * @throws HttpException for a status of 300 or above
     * @throws UncheckedIOException if there was no answer: a timeout, a refused or closed connection
     */
    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        HttpResponse<byte[]> response = sent(plain(request));
        String body = new String(response.body(), StandardCharsets.UTF_8);
        if (response.statusCode() >= 300) {
            throw new TurnedAway(response.statusCode(), Secrets.hide(body, keys), retryAfter(response));
        }
        return SuccessfulHttpResponse.builder()
                .statusCode(response.statusCode())
                .headers(response.headers().map())
                .body(Secrets.hideOwn(body, keys))
                .build();
    }

    /** Not built: nobody streams here. */
    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedFeatureException("These models do not stream. Build one with langchain4j for that.");
    }

    private HttpResponse<byte[]> sent(java.net.http.HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> answer = Shared.CLIENT.sendAsync(request, BodyHandlers.ofByteArray());
        try {
            return answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            throw new UncheckedIOException(new HttpTimeoutException("No whole answer within %s.".formatted(timeout)));
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            throw cause instanceof IOException fault
                    ? new UncheckedIOException(fault)
                    : new IllegalStateException(cause);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for an answer.", interrupt);
        } finally {
            answer.cancel(true); // closes the connection if the answer is not there
        }
    }

    private java.net.http.HttpRequest plain(HttpRequest request) {
        URI url = URI.create(request.url());
        var builder = java.net.http.HttpRequest.newBuilder(url).timeout(timeout);
        if (url.getScheme().equals("http")) { // some local servers stumble over the offer of HTTP/2
            builder.version(Version.HTTP_1_1);
        }
        request.headers().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        String body = request.body();
        return builder.method(
                        request.method().name(),
                        body == null
                                ? java.net.http.HttpRequest.BodyPublishers.noBody()
                                : java.net.http.HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    /** Seconds; a date is not worth a clock. */
    private static long retryAfter(HttpResponse<?> response) {
        String told = response.headers().firstValue("retry-after").orElse("");
        return told.matches("\\d{1,6}") ? Long.parseLong(told) : -1;
    }

    @Override
    public String toString() {
        return "HTTP, timeout " + timeout; // and no keys
    }

    /** Gives a client that is there already. */
    private record Given(Transport transport) implements HttpClientBuilder {

        @Override
        public Duration connectTimeout() {
            return CONNECT;
        }

        @Override
        public HttpClientBuilder connectTimeout(Duration timeout) {
            return this; // one for all
        }

        @Override
        public Duration readTimeout() {
            return transport.timeout();
        }

        @Override
        public HttpClientBuilder readTimeout(Duration timeout) {
            return new Given(new Transport(timeout, transport.keys()));
        }

        @Override
        public HttpClient build() {
            return transport;
        }
    }
}
