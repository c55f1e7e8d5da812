package dev.elm4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpServer;
import dev.elm4j.environment.Attempts;
import dev.elm4j.model.MisbehavingServer.Manner;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.http.client.HttpMethod;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.model.chat.request.ChatRequest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A key is nowhere that a person, a journal or a cassette can see, even where a server repeats it. */
class KeysTest {

    private static final String KEY = "planted-4711-key";

    @ParameterizedTest
    @EnumSource(
            value = Manner.class,
            names = {"WELL", "BUSY", "BROKEN", "DOWN", "BAD_REQUEST", "KEY_REFUSED", "NOT_FOUND", "PAGE", "NO_CHOICES"})
    void noExceptionAnswerOrRecordHoldsIt(Manner manner) {
        var request = ChatRequest.builder().messages(UserMessage.from("Soup?")).build();
        try (var server = MisbehavingServer.always(manner)) {
            var model = RemoteModels.openAiCompatible(server.endpoint("/v1").key(KEY), "soup")
                    .waiting(new NoWaiting());
            var exchange = new ChatExchange();
            assertClean(
                    model.toString(),
                    model.identity(),
                    exchange.request(model, request).toString());
            Throwable byHand = catchThrowable(() -> model.chat(request));
            Throwable inASearch = catchThrowable(() -> {
                ChatAnswer answer = exchange.perform(model, List.of(request), Attempts.free())
                        .get(0);
                assertClean(answer.toString(), exchange.encode(answer).toString());
            });
            assertClean(trace(byHand), trace(inASearch));
        }
    }

    private static void assertClean(String... texts) {
        assertThat(texts).noneMatch(text -> text.contains("planted") || text.contains("4711"));
    }

    private static String trace(Throwable fault) {
        var text = new StringWriter();
        if (fault != null) {
            fault.printStackTrace(new PrintWriter(text));
        }
        return text.toString();
    }

    @Test
    void whatLooksLikeAKeyOfAnotherModelIsHiddenToo() {
        assertThat(Secrets.hide("Incorrect API key: sk-proj-abcdef123456, Bearer abc.def-123", List.of()))
                .isEqualTo("Incorrect API key: [key], Bearer [key]");
        assertThat(Secrets.hide("The task-force asked for a skirt", List.of()))
                .isEqualTo("The task-force asked for a skirt");
    }

    /** A program that a model wrote may hold such names. */
    @Test
    void whatLooksLikeAKeyStaysInAnAnswer() throws IOException {
        String answer =
                "{\"text_output\": \"sorted(xs, key_function=a); pk_identifier_1; sk-learn-estimator; soupsoup\"}";
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] bytes = (answer + KEY).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try {
            var request = HttpRequest.builder()
                    .method(HttpMethod.GET)
                    .url("http://127.0.0.1:" + server.getAddress().getPort())
                    .build();
            var transport = new Transport(Duration.ofSeconds(10), List.of(KEY, "soupsoup"));
            assertThat(transport.execute(request).body()).isEqualTo(answer + "[key]");
        } finally {
            server.stop(0);
        }
    }
}
