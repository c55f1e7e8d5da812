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

    /** For how many more supervisors there are user ids now, of those wanted. */
    default int room(int wanted) throws IOException {
        return wanted;
    }
}
