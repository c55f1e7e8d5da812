/**
 * Runs as files: the one place of core that reads and writes them.
 *
 * <p>Belongs here: the journal's format, its writer, its reader and the lock on a run's folder. Does not belong here:
 * decisions about the search. The format is described in {@code docs/journal.md}.
 */
package dev.elm4j.journal;
