package dev.elm4j.kernel;

import java.util.Collection;
import java.util.Optional;

/** What the toolkit needs of a kernel; one implementation per kernel. */
interface Bridge {

    /** Kernel and version, for a person. */
    String name();

    /** Makes the kernel show values of these classes and interfaces as {@link Forms#of} says. */
    void register(Collection<Class<?>> types);

    /** The output of the cell that is running now; empty while none is. */
    Optional<Output> running();
}
