package dev.elm4j.plot;

import dev.elm4j.search.Progress;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How coverage, QD score and best objective grow, for one search or for several side by side. */
public final class Curves {

    /** What the horizontal axis counts. */
    public enum Along {
        /** Committed candidates. */
        CANDIDATES,
        /** Requests to models. */
        CALLS,
        /** Tokens that models read and wrote. */
        TOKENS
    }

    private Curves() {}

    /** The curves of one run over its candidates. */
    public static Figure of(List<Progress> history) {
        return of(Map.of("", history), Along.CANDIDATES);
    }

    /** The curves of several runs by label; a map with an order keeps it. */
    public static Figure of(Map<String, List<Progress>> histories, Along along) {
        return new Figure(Map.of(), Optional.empty(), "");
    }
}
