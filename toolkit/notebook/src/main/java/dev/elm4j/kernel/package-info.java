/**
 * The bridges to the Jupyter kernels, JJava and IJava.
 *
 * <p>Belongs here: registration of renderers, display and update, the one throttled publisher. Does not belong here:
 * what is shown (package plot), runs (package notebook). No kernel type leaves this package. Start with
 * {@link dev.elm4j.kernel.Notebook}.
 */
package dev.elm4j.kernel;
