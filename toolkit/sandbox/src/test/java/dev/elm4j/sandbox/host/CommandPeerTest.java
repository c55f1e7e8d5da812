package dev.elm4j.sandbox.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a command leaves when it is killed. */
class CommandPeerTest {

    private static final String FORKS_TWICE =
            """
            import os, time
            if os.fork() == 0:
                if os.fork() == 0:
                    print(os.getpid(), flush=True)
                    time.sleep(600)
                os._exit(0)
            os.wait()
            time.sleep(600)
            """;

    /** As where a command is killed between the birth of its child and the moment from which that one ends by itself. */
    @Test
    void whatHasNoParentAnyMoreIsKilledWithItsCommand() throws Exception {
        CommandPeer peer = CommandPeer.start(List.of(HostPython.PATH, "-c", FORKS_TWICE));
        long orphan = Long.parseLong(new BufferedReader(new InputStreamReader(peer.answers())).readLine());
        assertThat(Owner.startOf(orphan)).isPositive();
        peer.kill();
        assertThat(Owner.startOf(orphan)).isEqualTo(-1);
        assertThat(Owner.startOf(peer.process())).isEqualTo(-1);
    }
}
