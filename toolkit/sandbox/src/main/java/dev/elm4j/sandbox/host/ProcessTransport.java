package dev.elm4j.sandbox.host;

import dev.elm4j.sandbox.host.Launch.Inside;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The supervisor as a process of this machine. As root it gives every program a user id of its own; as a plain user it
 * cannot.
 */
final class ProcessTransport implements Transport {

    private final boolean separated;

    ProcessTransport(boolean separated) {
        this.separated = separated;
    }

    @Override
    public Peer open(Launch launch) throws IOException, InterruptedException {
        boolean root = OwnFolder.uid() == 0;
        if (separated && !root) {
            throw new IOException("only root can give programs user ids of their own");
        }
        if (!separated && root) {
            throw new IOException("no program may run as root, and this kernel does");
        }
        Path worker = WorkerFiles.load().extract(Home.ofProcess());
        HostPython.check();
        if (!separated) {
            return CommandPeer.start(launch.command(Inside.host(worker.toString(), UidRange.WHOLE)));
        }
        UidBlock block = UidBlock.takeOutside();
        return HoldingPeer.start(
                block::close, () -> CommandPeer.start(launch.command(Inside.host(worker.toString(), block.range()))));
    }

    @Override
    public int room(int wanted) throws IOException {
        return separated ? UidBlock.room(true, wanted) : wanted;
    }
}
