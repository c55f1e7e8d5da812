package dev.elm4j.search;

import dev.elm4j.archive.AddResult;
import dev.elm4j.archive.AddStatus;
import dev.elm4j.environment.Evaluation;
import dev.elm4j.environment.Usage;
import java.util.Optional;

/**
 * A candidate with its end: what the environment said of it and what the archive did with it.
 *
 * @param <S> type of a solution
 * @param candidate the candidate
 * @param evaluation its score, or why it has none (no proposal, a copy, a failed evaluation)
 * @param usage what its model calls cost, proposing and evaluating together
 * @param result the archive's answer; empty for a failure
 */
public record Commit<S>(Candidate<S> candidate, Evaluation evaluation, Usage usage, Optional<AddResult> result) {

    /** Whether the archive took it in. */
    public boolean entered() {
        return result.isPresent() && result.get().status() != AddStatus.NOT_ADDED;
    }

    /** {@code new}, {@code improved}, {@code not added}, or {@code failed: } with the kind of the failure. */
    public String word() {
        return evaluation instanceof dev.elm4j.environment.Failure failure
                ? "failed: " + failure.kind()
                : result.orElseThrow().status().word();
    }
}
