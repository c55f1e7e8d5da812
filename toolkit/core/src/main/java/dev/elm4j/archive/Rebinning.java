package dev.elm4j.archive;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * An archive moved to other cells, and the members that found no place there.
 *
 * <pre>{@code
 * var fine = Archive.<String>of(Tessellation.grid(Axis.of("length", 0, 80).bins(8)));
 * fine.add("short", 1, 5);
 * fine.add("longer", 2, 15);
 * Rebinning<String> coarse = fine.rebinned(Tessellation.grid(Axis.of("length", 0, 80).bins(2)));
 * coarse.archive().size();               // 1
 * coarse.dropped().get(0).solution();    // "short"
 * }</pre>
 *
 * @param <S> type of a solution
 * @param archive the new archive; the old one is as before
 * @param dropped members of the old archive that are not in the new one, in the order of {@link Archive#members()}, with
 *     their old cells
 */
public record Rebinning<S>(Archive<S> archive, List<Elite<S>> dropped) {

    /** Copies the list. */
    public Rebinning {
        requireNonNull(archive, "archive");
        dropped = List.copyOf(dropped);
    }
}
