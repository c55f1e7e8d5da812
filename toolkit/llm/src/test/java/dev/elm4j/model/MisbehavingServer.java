package dev.elm4j.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * A server on the loopback device that speaks as OpenAI, Ollama and Triton do, and misbehaves as told. Every answer that it
 * gives in full says 7 tokens in and 3 out, and "Cold soup.".
 */
final class MisbehavingServer implements AutoCloseable {

    /** What it does with a request. */
    enum Manner {
        WELL,
        BUSY,
        BUSY_WITH_WAIT,
        NO_QUOTA,
        BROKEN,
        DOWN,
        GATEWAY_GAVE_UP,
        BAD_REQUEST,
        KEY_REFUSED,
        NOT_FOUND,
        HANGS,
        DRIPS,
        CLOSES,
        HALF,
        PAGE,
        NO_CHOICES,
        NULL_TEXT,
        NO_USAGE,
        TOO_LONG,
        FILTERED,
        CACHED
    }

    static { // or each answer waits 40 ms for the client to say that it has the headers
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final String TEXT = "Cold soup.";
    private static final String PAGE = "<html><body>It works!</body></html>";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch letGo = new CountDownLatch(1);
    private final AtomicInteger requests = new AtomicInteger();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final IntFunction<Manner> manners;

    /** @param manners by the number of the request, from 0 */
    MisbehavingServer(IntFunction<Manner> manners) {
        this.manners = manners;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        server.setExecutor(threads);
        server.createContext("/v1/chat/completions", exchange -> handle(exchange, MisbehavingServer::openAi));
        server.createContext("/api/chat", exchange -> handle(exchange, MisbehavingServer::ollama));
        server.createContext("/v2/models/", exchange -> handle(exchange, MisbehavingServer::triton));
        server.start();
    }

    static MisbehavingServer always(Manner manner) {
        return new MisbehavingServer(number -> manner);
    }

    Endpoint endpoint(String path) {
        return Endpoint.of("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /** Requests that came so far. */
    int requests() {
        return requests.get();
    }

    /** The bodies of all requests so far. */
    List<String> bodies() {
        return bodies;
    }

    @Override
    public void close() {
        letGo.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private interface Body {
        String of(Manner manner);
    }

    private void handle(HttpExchange exchange, Body body) throws IOException {
        Manner manner = manners.apply(requests.getAndIncrement());
        bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
                .replace("Bearer ", ""); // the key alone, which nothing but knowing it can recognise
        try (exchange) {
            switch (manner) {
                case BUSY -> send(exchange, 429, "{\"error\":{\"message\":\"Slow down, " + authorization + "\"}}");
                case BUSY_WITH_WAIT -> {
                    exchange.getResponseHeaders().add("Retry-After", "17");
                    send(exchange, 429, "{\"error\":{\"message\":\"Slow down\"}}");
                }
                case NO_QUOTA ->
                    send(exchange, 429, "{\"error\":{\"message\":\"Pay\",\"code\":\"insufficient_quota\"}}");
                case BROKEN -> send(exchange, 500, "{\"error\":{\"message\":\"Broken, " + authorization + "\"}}");
                case DOWN -> send(exchange, 503, "Down for " + authorization);
                case GATEWAY_GAVE_UP -> send(exchange, 504, "Gave up");
                case BAD_REQUEST -> send(exchange, 400, "{\"error\":{\"message\":\"Bad, " + authorization + "\"}}");
                case KEY_REFUSED ->
                    send(exchange, 401, "{\"error\":{\"message\":\"Incorrect API key: " + authorization + "\"}}");
                case NOT_FOUND ->
                    send(exchange, 404, "{\"error\":{\"message\":\"No model for " + authorization + "\"}}");
                case HANGS -> awaitEnd();
                case DRIPS -> drip(exchange, body.of(Manner.WELL));
                case CLOSES -> exchange.getHttpContext(); // and closes it unanswered
                case HALF -> half(exchange, body.of(Manner.WELL));
                case PAGE -> send(exchange, 200, PAGE);
                default -> send(exchange, 200, body.of(manner));
            }
        }
    }

    private void awaitEnd() {
        try {
            letGo.await();
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends the beginning at once, and the rest never while the test runs. */
    private void drip(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        OutputStream out = exchange.getResponseBody();
        out.write(bytes, 0, 5);
        out.flush();
        awaitEnd();
    }

    private static void half(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
        exchange.getResponseBody().flush();
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static String openAi(Manner manner) {
        ObjectNode json = ChatJson.MAPPER.createObjectNode().put("id", "1").put("model", "soup");
        var choices = json.putArray("choices");
        if (manner != Manner.NO_CHOICES) {
            ObjectNode choice = choices.addObject().put("index", 0);
            choice.put(
                    "finish_reason",
                    switch (manner) {
                        case TOO_LONG -> "length";
                        case FILTERED -> "content_filter";
                        default -> "stop";
                    });
            choice.putObject("message")
                    .put("role", "assistant")
                    .put("content", manner == Manner.NULL_TEXT || manner == Manner.FILTERED ? null : TEXT);
        }
        if (manner != Manner.NO_USAGE) {
            ObjectNode usage = json.putObject("usage").put("prompt_tokens", 7).put("completion_tokens", 3);
            usage.put("total_tokens", 10);
            if (manner == Manner.CACHED) {
                usage.putObject("prompt_tokens_details").put("cached_tokens", 5);
            }
        }
        return json.toString();
    }

    private static String ollama(Manner manner) {
        ObjectNode json =
                ChatJson.MAPPER.createObjectNode().put("model", "soup").put("done", true);
        if (manner != Manner.NO_CHOICES) {
            json.putObject("message").put("role", "assistant").put("content", manner == Manner.NULL_TEXT ? null : TEXT);
        }
        json.put("done_reason", manner == Manner.TOO_LONG ? "length" : "stop");
        if (manner != Manner.NO_USAGE) {
            json.put("prompt_eval_count", 7).put("eval_count", 3);
        }
        return json.toString();
    }

    private static String triton(Manner manner) {
        ObjectNode json = ChatJson.MAPPER.createObjectNode().put("model_name", "soup");
        if (manner != Manner.NO_CHOICES) {
            json.put("text_output", manner == Manner.NULL_TEXT ? null : TEXT);
        }
        return json.toString();
    }
}
