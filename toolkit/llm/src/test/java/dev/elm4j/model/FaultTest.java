package dev.elm4j.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.LangChain4jException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.exception.UnresolvedModelServerException;
import dev.langchain4j.exception.UnsupportedFeatureException;
import java.io.EOFException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FaultTest {

    @ParameterizedTest
    @CsvSource({
        "400, REJECTED", "401, UNUSABLE", "402, UNUSABLE", "403, UNUSABLE", "404, UNUSABLE", "408, BUSY",
        "409, BUSY", "413, REJECTED", "422, REJECTED", "425, BUSY", "429, BUSY", "500, BUSY",
        "502, BUSY", "503, BUSY", "504, LOST", "529, BUSY", "301, UNUSABLE"
    })
    void aStatusDecides(int status, Fault fault) {
        assertThat(Fault.of(new HttpException(status, "body"))).isEqualTo(fault);
        assertThat(Fault.of(new LangChain4jException(new HttpException(status, null))))
                .isEqualTo(fault);
    }

    static Stream<Arguments> exceptions() {
        return Stream.of(
                Arguments.of(new RateLimitException("slow"), Fault.BUSY),
                Arguments.of(new TimeoutException("late"), Fault.LOST),
                Arguments.of(new InternalServerException("no choices"), Fault.LOST),
                Arguments.of(new InternalServerException(new HttpException(500, "")), Fault.BUSY),
                Arguments.of(new TimeoutException(new HttpException(408, "")), Fault.BUSY),
                Arguments.of(new AuthenticationException("key"), Fault.UNUSABLE),
                Arguments.of(new ModelNotFoundException("model"), Fault.UNUSABLE),
                Arguments.of(new InvalidRequestException("bad"), Fault.REJECTED),
                Arguments.of(new UnsupportedFeatureException("tools"), Fault.REJECTED),
                Arguments.of(new ContentFilteredException(new HttpException(400, "")), Fault.FILTERED),
                Arguments.of(new UnresolvedModelServerException(new UnresolvedAddressException()), Fault.UNREACHABLE),
                Arguments.of(new RuntimeException(new ConnectException("refused")), Fault.UNREACHABLE),
                Arguments.of(new UncheckedIOException(new SSLHandshakeException("no trust")), Fault.UNREACHABLE),
                Arguments.of(new UncheckedIOException(new SSLPeerUnverifiedException("who?")), Fault.UNREACHABLE),
                Arguments.of(
                        new UncheckedIOException(new SSLException("Unsupported or unrecognized SSL message")),
                        Fault.UNREACHABLE),
                Arguments.of(new UncheckedIOException(new SSLException("Broken record")), Fault.LOST),
                Arguments.of(new UncheckedIOException(new HttpConnectTimeoutException("late")), Fault.UNREACHABLE),
                Arguments.of(new UncheckedIOException(new HttpTimeoutException("late")), Fault.LOST),
                Arguments.of(new UncheckedIOException(new EOFException()), Fault.LOST),
                Arguments.of(new RuntimeException(new JsonParseException(null, "<html>")), Fault.LOST),
                Arguments.of(new IllegalStateException("own"), Fault.UNKNOWN),
                Arguments.of(new NullPointerException(), Fault.UNKNOWN));
    }

    @ParameterizedTest
    @MethodSource("exceptions")
    void orElseTheType(RuntimeException exception, Fault fault) {
        assertThat(Fault.of(exception)).isEqualTo(fault);
        assertThat(Fault.of(new RuntimeException(exception))).isEqualTo(fault);
    }

    @Test
    void anEmptyAccountIsNotABusyServer() {
        assertThat(Fault.of(new RateLimitException(new HttpException(429, "{\"code\":\"insufficient_quota\"}"))))
                .isEqualTo(Fault.UNUSABLE);
    }

    @Test
    void onlyWhatWasTurnedAwayIsFreeAndOnlyWhatPassesIsTriedAgain() {
        assertThat(Stream.of(Fault.values()).filter(Fault::isPassing))
                .containsExactly(Fault.BUSY, Fault.UNREACHABLE, Fault.LOST);
        assertThat(Stream.of(Fault.values()).filter(fault -> !fault.isTurnedAway()))
                .containsExactly(Fault.LOST, Fault.UNKNOWN);
        assertThat(Stream.of(Fault.values()).filter(Fault::endsTheRun))
                .containsExactly(Fault.UNREACHABLE, Fault.UNUSABLE);
    }

    @Test
    void aChainThatBitesItsTailEnds() {
        var first = new RuntimeException("first");
        var second = new RuntimeException("second", first);
        first.initCause(second);
        assertThat(Fault.of(second)).isEqualTo(Fault.UNKNOWN);
    }

    @Test
    void knowsHowLongTheServerAskedToWait() {
        var busy = new RateLimitException(new TurnedAway(429, "slow", 17));
        assertThat(Fault.retryAfterNanos(busy)).contains(17_000_000_000L);
        assertThat(Fault.retryAfterNanos(new TurnedAway(429, "slow", -1))).isEmpty();
        assertThat(Fault.status(busy)).contains(429);
    }
}
