package dev.elm4j.sandbox.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A peer that holds something else as long as it runs: user ids, a folder, a container. */
final class HoldingPeer implements Peer {

    /** What starts a peer. */
    interface Starting {
        Peer start() throws IOException, InterruptedException;
    }

    private final Peer peer;
    private final Runnable release;
    private boolean released;

    private HoldingPeer(Peer peer, Runnable release) {
        this.peer = peer;
        this.release = release;
    }

    /** Starts a peer; what it holds is released after it is killed, or now if it does not start. */
    static Peer start(Runnable release, Starting starting) throws IOException, InterruptedException {
        Peer peer = null;
        try {
            peer = starting.start();
            return new HoldingPeer(peer, release);
        } finally {
            if (peer == null) {
                release.run();
            }
        }
    }

    @Override
    public InputStream answers() {
        return peer.answers();
    }

    @Override
    public OutputStream requests() {
        return peer.requests();
    }

    @Override
    public String lastWords() {
        return peer.lastWords();
    }

    @Override
    public long process() {
        return peer.process();
    }

    /** Whoever comes second waits: what is held must not be free before its end. */
    @Override
    public synchronized void kill() {
        peer.kill();
        if (!released) {
            released = true;
            release.run();
        }
    }
}
