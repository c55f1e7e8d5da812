/**
 * The bridges to the Jupyter kernels, JJava and IJava.
 *
 * <p>Belongs here: renderer registration, display and update, the one throttled publisher. No kernel type leaves this package.
 */
package dev.elm4j.kernel;
