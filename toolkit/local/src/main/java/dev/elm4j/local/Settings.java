package dev.elm4j.local;

import java.util.Optional;

/**
 * How a model is run.
 *
 * @param threads that one operation may use, at least 1
 * @param precision of the matrices; empty for the best that this machine has
 */
record Settings(int threads, Optional<Precision> precision) {

    static Settings best() {
        return new Settings(CpuThreads.best(), Optional.empty());
    }

    /** For a model so small that a second thread only waits for the first; where cores are busy, a hundred times longer. */
    static Settings small() {
        return new Settings(1, Optional.empty());
    }

    static Settings of(int threads, Precision precision) {
        return new Settings(threads, Optional.of(precision));
    }

    /** Asks the machine if nothing is set; the engine must have been started. */
    Precision choosePrecision() {
        return precision.orElseGet(() -> Precision.best(System.getProperty("os.arch"), Script.packs()));
    }
}
