/**
 * The loop: plans, proposes, evaluates and commits candidates, the same at any number of threads.
 *
 * <p>Belongs here: the search with its four verbs, budget, progress, listeners, and the port to a recorder. Does not
 * belong here: files (package journal), displays, models. Start with {@link dev.elm4j.search.Search}.
 */
package dev.elm4j.search;
