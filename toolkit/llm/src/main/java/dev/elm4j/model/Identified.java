package dev.elm4j.model;

/**
 * A model whose answers depend on more than its name, such as one in the kernel on its precision and threads.
 *
 * <pre>{@code
 * ModelName.identity(model);   // tiny-opinions on cpu, fp16 packed, 1 thread
 * }</pre>
 */
public interface Identified {

    /** All that its answers depend on besides the request, in a few words; part of a run's identity. */
    String identity();
}
