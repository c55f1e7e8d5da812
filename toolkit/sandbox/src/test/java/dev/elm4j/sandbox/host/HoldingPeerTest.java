package dev.elm4j.sandbox.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class HoldingPeerTest {

    /** One whose end takes until it is let go; who calls again meanwhile returns at once. */
    private static final class Slow implements Peer {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch go = new CountDownLatch(1);
        private final AtomicBoolean killed = new AtomicBoolean();

        @Override
        public InputStream answers() {
            return InputStream.nullInputStream();
        }

        @Override
        public OutputStream requests() {
            return OutputStream.nullOutputStream();
        }

        @Override
        public String lastWords() {
            return "";
        }

        @Override
        public void kill() {
            if (killed.compareAndSet(false, true)) {
                begun.countDown();
                try {
                    go.await();
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    @Test
    @Timeout(30)
    void whatIsHeldIsNotReleasedBeforeTheFirstOfTwoKillsIsDone() throws Exception {
        var slow = new Slow();
        var released = new AtomicInteger();
        Peer peer = HoldingPeer.start(released::incrementAndGet, () -> slow);
        Thread first = DaemonThreads.of("test", peer::kill);
        first.start();
        slow.begun.await();
        Thread second = DaemonThreads.of("test", peer::kill);
        second.start();
        while (second.getState() != Thread.State.BLOCKED && second.isAlive()) {
            Thread.onSpinWait();
        }
        assertThat(second.isAlive()).isTrue();
        assertThat(released).hasValue(0);
        slow.go.countDown();
        first.join();
        second.join();
        assertThat(released).hasValue(1);
    }
}
