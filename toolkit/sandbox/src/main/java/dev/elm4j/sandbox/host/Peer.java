package dev.elm4j.sandbox.host;

import java.io.InputStream;
import java.io.OutputStream;

/** A supervisor that was started somewhere, seen through its pipes. */
interface Peer {

    /** What it sends. Reading ends when it is killed. */
    InputStream answers();

    /** What is sent to it. */
    OutputStream requests();

    /** The end of what it wrote to stderr, for people. */
    String lastWords();

    /** The process of this machine that it runs in, with all below that one; 0 if it cannot be seen. */
    default long process() {
        return 0;
    }

    /** Ends it and all that it started; returns when that is done. May be called again, by any thread. */
    void kill();
}
