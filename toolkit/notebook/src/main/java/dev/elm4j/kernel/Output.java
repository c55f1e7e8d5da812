package dev.elm4j.kernel;

import dev.elm4j.plot.Bundle;

/**
 * The output of one cell. It stays that cell's after the cell has ended and while later cells run.
 *
 * <p>Called on the publisher's thread only: in JJava, to publish on an interrupted thread fails and swallows the
 * interrupt.
 */
interface Output {

    /** Appends something that can be replaced later. */
    void show(String id, Bundle bundle);

    /** Replaces what was shown under this id. */
    void update(String id, Bundle bundle);

    /** Where there is no cell. */
    Output NONE = new Output() {
        @Override
        public void show(String id, Bundle bundle) {}

        @Override
        public void update(String id, Bundle bundle) {}
    };
}
