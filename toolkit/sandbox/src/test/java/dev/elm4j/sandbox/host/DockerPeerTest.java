package dev.elm4j.sandbox.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against a real daemon, where there is one with our image. */
class DockerPeerTest {

    private static final List<String> COMMAND =
            List.of("/usr/bin/python3", "-I", "-c", "import sys; sys.stdin.buffer.read()");

    @Test
    @Timeout(300)
    void aStartThatIsInterruptedAtAnyMomentLeavesNoContainer() throws Exception {
        ImageFacts facts = ImageFacts.of(Home.ofProcess());
        Path socket = DockerTransport.socket(facts);
        assumeTrue(Files.exists(socket) && !facts.id().isEmpty(), "NOT TESTED: no Docker, or no image");
        var docker = new Docker("unix://" + socket);
        try {
            assumeTrue(facts.id().equals(docker.imageId(facts.image())), "NOT TESTED: no image");
            var container = new Container("runc", facts.id(), COMMAND, Owner.current());
            for (int i = 0; i < 12; i++) {
                Thread starting = DaemonThreads.of("test", () -> start(docker, container));
                starting.start();
                LockSupport.parkNanos(i * 5_000_000L); // the moment of the fault, not a wait for something
                starting.interrupt();
                starting.join();
            }
        } finally {
            docker.close();
        }
        assertThat(Leftovers.of(ProcessHandle.current()).now()).noneMatch(left -> left.startsWith("container"));
    }

    private static void start(Docker docker, Container container) {
        try {
            DockerPeer.start(docker, container).kill();
        } catch (IOException | InterruptedException given) {
            // as wanted
        }
    }
}
