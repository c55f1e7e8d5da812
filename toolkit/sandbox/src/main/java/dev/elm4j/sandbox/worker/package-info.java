/**
 * The Java that runs inside the sandbox: the trusted compiler, and the single-use runner that holds the program.
 *
 * <p>Internal, and packed into a jar of its own: only the JDK may be used here, since nothing else is there inside. The
 * supervisor that starts these programs is Python and lies beside them in the resources.
 */
package dev.elm4j.sandbox.worker;
