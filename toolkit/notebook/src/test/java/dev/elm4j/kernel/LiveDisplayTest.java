package dev.elm4j.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elm4j.plot.Bundle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class LiveDisplayTest {

    private final HandPublisher publisher = new HandPublisher();
    private final List<String> events = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();
    private final AtomicInteger state = new AtomicInteger();

    private final Output output = new Output() {
        @Override
        public void show(String id, Bundle bundle) {
            ids.add(id);
            events.add("show " + bundle.text());
        }

        @Override
        public void update(String id, Bundle bundle) {
            ids.add(id);
            events.add("update " + bundle.text());
        }
    };

    private LiveDisplay display(Supplier<Bundle> frames) {
        return new LiveDisplay(output, frames, publisher);
    }

    private LiveDisplay counting() {
        return display(() -> Bundle.text("" + state.get()));
    }

    @Test
    void showsTheFirstFrameAtOnceAndUpdatesTheSamePlaceAfterwards() {
        var display = counting();
        display.changed();
        state.set(1);
        display.changed();
        publisher.pass(500);
        assertThat(events).containsExactly("show 0", "update 1");
        assertThat(ids.get(0)).isEqualTo(ids.get(1));
    }

    @Test
    void theFirstFrameIsOutBeforeShowReturnsAndCountsAsOne() {
        var display = counting();
        display.show();
        assertThat(events).containsExactly("show 0");
        state.set(1);
        display.changed();
        publisher.pass(499);
        assertThat(events).hasSize(1);
        publisher.pass(1);
        display.close();
        display.show();
        assertThat(events).containsExactly("show 0", "update 1");
    }

    @Test
    void drawsTwoFramesASecondHoweverOftenSomethingChanges() {
        var display = counting();
        for (int millis = 0; millis < 10_000; millis += 5) {
            state.incrementAndGet();
            display.changed();
            publisher.pass(5);
        }
        assertThat(events).hasSizeBetween(20, 21);
    }

    @Test
    void aChangeWhileAFrameIsDrawnWaitsForTheNext() {
        var holder = new LiveDisplay[1];
        holder[0] = display(() -> {
            int shown = state.get();
            if (shown < 3) {
                state.incrementAndGet();
                holder[0].changed();
            }
            return Bundle.text("" + shown);
        });
        holder[0].changed();
        assertThat(events).containsExactly("show 0");
        publisher.pass(499);
        assertThat(events).hasSize(1);
        publisher.pass(1);
        assertThat(events).containsExactly("show 0", "update 1");
    }

    @Test
    void goesOnByItselfEveryTwoSecondsUntilItIsClosed() {
        var display = display(() -> Bundle.text(publisher.now() / 1_000_000_000 + " s"));
        display.changed();
        for (int i = 0; i < 100; i++) {
            publisher.pass(100);
        }
        assertThat(events)
                .containsExactly("show 0 s", "update 2 s", "update 4 s", "update 6 s", "update 8 s", "update 10 s");
        display.close();
        for (int i = 0; i < 100; i++) {
            publisher.pass(100);
        }
        assertThat(events).hasSize(6);
        assertThat(publisher.isIdle()).as("nothing waits for a closed display").isTrue();
    }

    @Test
    void ticksAreNotDrawnBesidesTheFramesOfChanges() {
        var display = display(() -> Bundle.text("" + publisher.now()));
        for (int i = 0; i < 100; i++) { // a change a second, for ten seconds
            if (i % 10 == 0) {
                display.changed();
            }
            publisher.pass(100);
        }
        assertThat(events).hasSize(10);
    }

    @Test
    void skipsAFrameThatEqualsTheOneBefore() {
        var display = counting();
        display.changed();
        display.changed();
        publisher.pass(500);
        display.close();
        assertThat(events).containsExactly("show 0");
    }

    @Test
    void drawsTheLastFrameAtTheEndAndNothingAfterIt() {
        var display = counting();
        display.changed();
        state.set(1);
        display.changed();
        display.close();
        state.set(2);
        display.changed();
        publisher.pass(5_000);
        display.close();
        assertThat(events).containsExactly("show 0", "update 1");
    }

    @Test
    void leavesOutRichFormsUntilAFrameIsLightEnough() {
        var shown = new ArrayList<Bundle>();
        Output keeping = new Output() {
            @Override
            public void show(String id, Bundle bundle) {
                shown.add(bundle);
            }

            @Override
            public void update(String id, Bundle bundle) {
                shown.add(bundle);
            }
        };
        var frame = Bundle.text("t").html("h".repeat(90_000)).with(Bundle.PNG, "p".repeat(90_000));
        new LiveDisplay(keeping, () -> frame, publisher).close();
        assertThat(shown.get(0).types()).containsExactly(Bundle.PNG, Bundle.TEXT);
    }

    @Test
    void goesOnAfterAFrameThatCannotBeDrawn() {
        var display = display(() -> {
            if (state.get() == 0) {
                throw new IllegalStateException("not yet");
            }
            return Bundle.text("drawn");
        });
        display.changed();
        state.set(1);
        display.changed();
        publisher.pass(500);
        assertThat(events).containsExactly("show drawn");
    }

    @Test
    void asksForNoFramesWhereThereIsNoCell() {
        var display = new LiveDisplay(
                Output.NONE,
                () -> {
                    events.add("asked");
                    return Bundle.text("");
                },
                publisher);
        display.changed();
        display.close();
        assertThat(events).isEmpty();
    }

    @Test
    void publishesOnItsOwnThreadEvenWhenTheCallerIsInterruptedAndKeepsTheInterrupt() throws InterruptedException {
        var drawn = new java.util.concurrent.LinkedBlockingQueue<String>();
        Output telling = new Output() {
            @Override
            public void show(String id, Bundle bundle) {
                drawn.add(Thread.currentThread().getName() + " "
                        + Thread.currentThread().isInterrupted());
            }

            @Override
            public void update(String id, Bundle bundle) {}
        };
        var display = new LiveDisplay(telling, () -> Bundle.text("last"), Publisher.daemon());
        Thread.currentThread().interrupt();
        display.close();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(drawn.take()).isEqualTo("elm4j-publisher false");
    }
}
