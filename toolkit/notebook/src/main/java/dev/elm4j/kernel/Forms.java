package dev.elm4j.kernel;

import dev.elm4j.plot.Bundle;
import dev.elm4j.plot.Bundles;
import dev.elm4j.plot.Escape;
import java.util.ArrayList;
import java.util.List;

/** How the values that the kernels are told about become bundles. */
final class Forms {

    /** All MIME types that a kernel must ask for: it drops those that a registration does not prefer. */
    static final List<String> MIME_TYPES = List.of(Bundle.PLOTLY, Bundle.HTML, Bundle.PNG, Bundle.TEXT);

    private Forms() {}

    /** The classes and interfaces that kernels are told about. */
    static List<Class<?>> types() {
        var types = new ArrayList<Class<?>>(Bundles.types());
        types.add(Drawn.class);
        return types;
    }

    /** The bundle of a value; its text alone if it cannot be drawn, because an exception here would fail the cell. */
    static Bundle of(Object value) {
        try {
            return value instanceof Drawn drawn
                    ? drawn.bundle()
                    : Bundles.of(value).orElseGet(() -> Bundle.text(Escape.visible(String.valueOf(value))));
        } catch (RuntimeException | LinkageError fault) {
            return Bundle.text(Escape.visible(
                    "%s%n(Only the text is shown, because drawing failed: %s)".formatted(text(value), fault)));
        }
    }

    private static String text(Object value) {
        try {
            return String.valueOf(value);
        } catch (RuntimeException | LinkageError mute) {
            return "A value of " + value.getClass().getName();
        }
    }
}
