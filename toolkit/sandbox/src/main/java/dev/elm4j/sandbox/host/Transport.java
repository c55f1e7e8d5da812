package dev.elm4j.sandbox.host;

import java.io.IOException;

/** Starts supervisors in one kind of isolation. Thread safe. */
interface Transport {

    /**
     * Starts one.
     *
     * @throws IOException if it cannot, with a reason in few words ({@code "bwrap is not installed"})
     * @throws InterruptedException if interrupted; nothing of it is left
     */
    Peer open(Launch launch) throws IOException, InterruptedException;
}
