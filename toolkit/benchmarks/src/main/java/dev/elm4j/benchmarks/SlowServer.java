package dev.elm4j.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A server on the loopback device that answers chats as OpenAI does, each after the same time, any number at once. */
final class SlowServer implements AutoCloseable {

    private static final byte[] ANSWER =
            """
            {"id":"1","model":"soup","choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant",\
            "content":"Cold soup."}}],"usage":{"prompt_tokens":7,"completion_tokens":3,"total_tokens":10}}"""
                    .getBytes(StandardCharsets.UTF_8);

    static { // or each answer waits 40 ms for the client to say that it has the headers
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ScheduledExecutorService later = Executors.newScheduledThreadPool(2);

    SlowServer(long millis) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        server.setExecutor(later);
        server.createContext("/v1/chat/completions", exchange -> {
            exchange.getRequestBody().readAllBytes();
            later.schedule(() -> answer(exchange), millis, TimeUnit.MILLISECONDS);
        });
        server.start();
    }

    private static void answer(HttpExchange exchange) {
        try (exchange) {
            exchange.sendResponseHeaders(200, ANSWER.length);
            exchange.getResponseBody().write(ANSWER);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    @Override
    public void close() {
        server.stop(0);
        later.shutdownNow();
    }
}
