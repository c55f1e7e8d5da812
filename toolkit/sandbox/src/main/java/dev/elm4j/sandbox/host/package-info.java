/**
 * How the tiers of isolation are started, probed and swept: containers, bundles, processes, and the frames on their pipes.
 *
 * <p>Internal: users see {@link dev.elm4j.sandbox}. All processes and containers of the toolkit are started here, and nowhere
 * else.
 */
package dev.elm4j.sandbox.host;
