/**
 * Figures: archives, progress and tables as plotly JSON, PNG, HTML and text.
 *
 * <p>Belongs here: pure functions from values to pictures, and the bridge to Tablesaw. Does not belong here: kernels, files, the loop.
 */
package dev.elm4j.plot;
