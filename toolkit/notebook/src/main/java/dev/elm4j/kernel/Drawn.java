package dev.elm4j.kernel;

import dev.elm4j.plot.Bundle;

/**
 * A value that draws itself at the end of a cell; for values that package plot does not know, also a user's own.
 *
 * <pre>{@code
 * record Greeting(String name) implements Drawn {
 *     public Bundle bundle() {
 *         return Bundle.text("Hello " + name);
 *     }
 * }
 * }</pre>
 */
public interface Drawn {

    /** The forms in which a viewer can show it. Text that a model wrote is escaped in the HTML. */
    Bundle bundle();
}
