/**
 * Where elites live: axes, tessellations of measure space, and the one archive.
 *
 * <p>Belongs here: values and rules about cells, elites and statistics. Does not belong here: anything that proposes or
 * scores a solution, any model, any file. Start with {@link dev.elm4j.archive.Archive}.
 */
package dev.elm4j.archive;
