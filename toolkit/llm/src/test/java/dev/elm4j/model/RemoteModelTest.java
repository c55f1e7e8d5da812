package dev.elm4j.model;

import static dev.elm4j.model.SoupRequest.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.elm4j.contract.ChatModelContract;
import dev.elm4j.environment.Attempts;
import dev.elm4j.environment.ModelUnavailable;
import dev.elm4j.model.MisbehavingServer.Manner;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.model.chat.ChatModel;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** How a remote model is asked: by hand and in a search, with waits, limits, and a server that is not there. */
class RemoteModelTest {

    @Nested
    class Chats extends ChatModelContract {
        @Override
        protected ChatModel model() {
            return RemoteModel.of(ScriptedModel.of(prompt -> "Soup."))
                    .limits(RateLimit.none().inFlight(1));
        }
    }

    @Test
    void triesOnlyOnceWhenAskedByHand() {
        var asked = new AtomicInteger();
        var busy = RemoteModel.of(ScriptedModel.of(prompt -> {
            asked.incrementAndGet();
            throw new RateLimitException("slow");
        }));
        assertThatExceptionOfType(RateLimitException.class).isThrownBy(() -> busy.chat("Name a soup."));
        assertThat(asked.get()).isEqualTo(1);
    }

    @Test
    void obeysItsLimitByHandAndInASearchTogether() {
        var waiting = new NoWaiting();
        var model = RemoteModel.of(ScriptedModel.of(prompt -> "Soup."))
                .waiting(waiting)
                .limits(RateLimit.none().requestsPerMinute(60))
                .named("soup");
        model.chat("one");
        new ChatExchange().perform(model, List.of(request()), Attempts.free());
        model.price(Price.FREE).chat("three");
        assertThat(waiting.nanos()).isEqualTo(2_000_000_000L);
    }

    @Test
    void waitsAsLongAsTheServerAsks() {
        var waiting = new NoWaiting();
        try (var server = new MisbehavingServer(number -> number == 0 ? Manner.BUSY_WITH_WAIT : Manner.WELL)) {
            var model = RemoteModels.openAiCompatible(server.endpoint("/v1"), "soup")
                    .waiting(waiting);
            var answer = new ChatExchange().perform(model, List.of(request()), Attempts.free());
            assertThat(answer.get(0).text()).isEqualTo("Cold soup.");
        }
        assertThat(waiting.nanos()).isEqualTo(17_000_000_000L);
    }

    @Test
    void aWaitForTheNextAttemptCanBeCancelled() {
        var attempts = new CountedAttempts();
        Waiting once = new Waiting() {
            @Override
            public long nanos() {
                return 0;
            }

            @Override
            public void pause(long nanos, BooleanSupplier cancelled) {
                attempts.cancelled = true;
                Waiting.REAL.pause(nanos, cancelled);
            }
        };
        var model = RemoteModel.of(ScriptedModel.of(prompt -> {
                    throw new RateLimitException("slow");
                }))
                .waiting(once);
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> new ChatExchange().perform(model, List.of(request()), attempts));
        assertThat(attempts.settled()).hasSize(1);
        assertThat(attempts.open()).isZero();
    }

    @Test
    void aServerThatIsNotThereEndsTheRunWithASentence() {
        MisbehavingServer gone = MisbehavingServer.always(Manner.WELL);
        var endpoint = gone.endpoint("/v1");
        gone.close();
        var model = RemoteModels.openAiCompatible(endpoint, "soup").waiting(new NoWaiting());
        var attempts = new CountedAttempts();
        assertThatExceptionOfType(ModelUnavailable.class)
                .isThrownBy(() -> new ChatExchange().perform(model, List.of(request()), attempts))
                .withMessageStartingWith("Nobody answers where the model soup should be, asked 6 times");
        assertThat(attempts.settled()).hasSize(6).containsOnly(dev.elm4j.environment.Tokens.NONE);
    }
}
