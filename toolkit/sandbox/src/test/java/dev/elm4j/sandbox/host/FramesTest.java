package dev.elm4j.sandbox.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class FramesTest {

    private static ObjectNode message(String text) {
        return Frames.MAPPER.createObjectNode().put("text", text);
    }

    @Test
    void framesComeOutOfAPipeAsTheyWentInHoweverTheyAreCut() throws Exception {
        var random = new SplittableRandom(1);
        var pipe = new Chunks();
        for (int length : new int[] {0, 1, 1_000, 3_000_000}) {
            ObjectNode message = message("ä".repeat(length));
            byte[] frame = Frames.frame(message);
            Thread writer = DaemonThreads.of("test", () -> {
                try {
                    for (int at = 0; at < frame.length; ) {
                        int end = Math.min(frame.length, at + 1 + random.nextInt(1_024));
                        pipe.in.write(frame, at, end - at);
                        at = end;
                    }
                } catch (IOException fault) {
                    pipe.end();
                }
            });
            writer.start();
            assertThat(Frames.read(pipe.out)).isEqualTo(message);
            writer.join();
        }
        pipe.end();
        assertThatThrownBy(() -> Frames.read(pipe.out)).isInstanceOf(EOFException.class);
    }

    @Test
    void anEndWithinAFrameIsAnEnd() {
        byte[] frame = Frames.frame(message("x"));
        for (int length = 0; length < frame.length; length++) {
            var cut = new ByteArrayInputStream(Arrays.copyOf(frame, length));
            assertThatThrownBy(() -> Frames.read(cut)).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void lengthsThatNoSupervisorSendsAreWrongBytes() {
        for (byte[] head : new byte[][] {{0, 0, 0, 0}, {1, 0, 0, 1}, {-1, -1, -1, -1}}) {
            assertThatThrownBy(() -> Frames.read(new ByteArrayInputStream(head)))
                    .isInstanceOf(Frames.WrongBytes.class);
        }
    }

    @Test
    void aRequestLargerThanAFrameIsRefused() {
        ObjectNode large = message("x".repeat(Frames.LONGEST));
        assertThatIllegalArgumentException().isThrownBy(() -> Frames.frame(large));
    }

    @Test
    void integersOfAnySizeAreRead() throws IOException {
        byte[] json = ("{\"n\":1" + "0".repeat(500_000) + "}").getBytes();
        byte[] frame = java.nio.ByteBuffer.allocate(4 + json.length).putInt(json.length).put(json).array();
        assertThat(Frames.read(new ByteArrayInputStream(frame)).get("n").bigIntegerValue().bitLength())
                .isEqualTo(1_660_965);
    }

    @Test
    void aCallThatHangsIsInterruptedAtItsDeadline() throws Exception {
        var interrupted = new CountDownLatch(1);
        assertThatIOException()
                .isThrownBy(() -> Deadlines.call("waiting", Duration.ofMillis(20), () -> {
                    try {
                        new CountDownLatch(1).await();
                        return null;
                    } catch (InterruptedException expected) {
                        interrupted.countDown();
                        throw expected;
                    }
                }))
                .withMessage("waiting took longer than 0 s");
        interrupted.await();
        assertThat(Deadlines.call("answering", Duration.ofSeconds(30), () -> 42)).isEqualTo(42);
    }

    @Test
    void whatMustBeDoneIsDoneOnAnInterruptedThreadToo() {
        Thread.currentThread().interrupt();
        var done = new CountDownLatch(1);
        assertThat(Deadlines.surely("counting", Duration.ofSeconds(30), () -> {
                    done.countDown();
                    return null;
                }))
                .isTrue();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(done.getCount()).isZero();
    }
}
