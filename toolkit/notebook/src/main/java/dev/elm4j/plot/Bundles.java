package dev.elm4j.plot;

import dev.elm4j.archive.Archive;
import java.util.List;
import java.util.Optional;

/**
 * The one place that knows how each value of the toolkit is shown.
 *
 * <pre>{@code
 * Bundles.of(search.archive());   // the heatmap
 * Bundles.of("text");             // empty: a notebook shows it as it is
 * }</pre>
 */
public final class Bundles {

    private Bundles() {}

    /** The classes and interfaces whose values {@link #of} can show, for a kernel's registry. */
    public static List<Class<?>> types() {
        return List.of(Archive.class, Figure.class, Bundle.class);
    }

    /** How this value is shown, or empty if the toolkit does not know it. */
    public static Optional<Bundle> of(Object value) {
        if (value instanceof Bundle bundle) {
            return Optional.of(bundle);
        }
        if (value instanceof Figure figure) {
            return Optional.of(figure.bundle());
        }
        if (value instanceof Archive<?> archive) {
            return Optional.of(Heatmap.of(archive).bundle());
        }
        return Optional.empty();
    }
}
