package dev.elm4j.plot;

import dev.elm4j.archive.Archive;
import java.util.Map;
import java.util.Optional;

/** An archive as a map of coloured cells. */
public final class Heatmap {

    private Heatmap() {}

    /** The map of this archive. */
    public static Figure of(Archive<?> archive) {
        return new Figure(Map.of(), Optional.empty(), archive.toString());
    }

    /** The map of this archive with colours from {@code min} to {@code max}. */
    public static Figure of(Archive<?> archive, double min, double max) {
        return of(archive);
    }
}
