package dev.elm4j.archive;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * All that an archive holds, so that one that was restored from it goes on exactly as the first would have, under any
 * policy. Only {@link Offspring} is not part of it.
 *
 * <pre>{@code
 * ArchiveState<String> state = archive.state();
 * Archive<String> again = Archive.restored(archive.tessellation(), archive.policy(), state);
 * again.state().equals(state);      // true
 * }</pre>
 *
 * @param <S> type of a solution
 * @param members as {@link Archive#members()} lists them
 * @param thresholds of the occupied cells, in the order of {@link Archive#elites()}; empty if they follow from the members,
 *     as they do without a soft threshold
 * @param best the best ever, empty if nobody ever entered
 * @param seed of the archive's own draws
 * @param draws how many were made
 */
public record ArchiveState<S>(
        List<Elite<S>> members, List<Double> thresholds, Optional<Elite<S>> best, long seed, long draws) {

    /** Copies the lists. */
    public ArchiveState {
        members = List.copyOf(requireNonNull(members, "members"));
        thresholds = List.copyOf(requireNonNull(thresholds, "thresholds"));
        requireNonNull(best, "best");
    }
}
