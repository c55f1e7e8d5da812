package dev.elm4j.search;

import dev.elm4j.archive.Axis;
import dev.elm4j.environment.Failure;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What became of a solution that a person brought.
 *
 * @param <S> type of a solution
 * @param candidate the number that it got
 * @param message one sentence for a person
 * @param commit its end; empty while it waits behind the plans of a run that is under way
 * @param axes what the measures measure
 */
public record InjectionReport<S>(long candidate, String message, Optional<Commit<S>> commit, List<Axis> axes) {

    /** Copies the axes. */
    public InjectionReport {
        axes = List.copyOf(axes);
    }

    static <S> InjectionReport<S> committed(Commit<S> commit, List<Axis> axes) {
        long number = commit.candidate().number();
        String end = commit.evaluation() instanceof Failure failure
                ? "failed: %s: %s".formatted(failure.kind(), failure.reason())
                : commit.result()
                        .map(result -> String.format(
                                Locale.ROOT, "%s, cell %d, value %.4g", commit.word(), result.cell(), result.value()))
                        .orElseThrow();
        return new InjectionReport<>(number, "Candidate %d: %s".formatted(number, end), Optional.of(commit), axes);
    }

    static <S> InjectionReport<S> queued(long number, long before) {
        return new InjectionReport<>(
                number,
                "Queued as candidate %d, behind %d that are planned already; the next run commits it."
                        .formatted(number, before),
                Optional.empty(),
                List.of());
    }

    @Override
    public String toString() {
        return message;
    }
}
