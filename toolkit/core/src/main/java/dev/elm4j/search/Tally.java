package dev.elm4j.search;

import dev.elm4j.environment.Failure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What one {@code run} has committed, and the sentence that says how it ended. Written by the loop's thread, read by any. */
final class Tally {

    /** So many candidates in a row without an answer of the model end a run: the next would have none either. */
    private static final int UNANSWERED = 20;

    private final Setup<?> setup;
    private final long asked;
    private final long begin;
    private final Map<String, Long> failures = new ConcurrentHashMap<>();
    private volatile long committed;
    private volatile Failure reason;
    private volatile String enough = "";
    private int unanswered;
    private String reached = "";

    Tally(Setup<?> setup, long asked, long begin) {
        this.setup = setup;
        this.asked = asked;
        this.begin = begin;
    }

    /** Candidates that are committed when all is done, counted from the run's beginning. */
    long goal() {
        if (asked == Loop.UNLIMITED) {
            return setup.budget().candidates();
        }
        return begin + (asked + setup.batch() - 1) / setup.batch() * setup.batch();
    }

    /** Candidates that are committed. */
    long committed() {
        return committed;
    }

    void count(List<? extends Commit<?>> batch) {
        committed += batch.size();
        for (Commit<?> commit : batch) {
            listen(commit);
            if (commit.evaluation() instanceof Failure failure) {
                // That everything is a copy of something that failed is no reason; what failed is.
                if (reason == null || reason.kind().equals(Failure.COPY)) {
                    reason = failure;
                }
                failures.merge(failure.kind(), 1L, Long::sum); // whoever counts as many as were committed has a reason
            }
        }
    }

    private void listen(Commit<?> commit) {
        boolean silent =
                commit.evaluation() instanceof Failure failure && failure.kind().equals(Failure.MODEL_ERROR);
        unanswered = silent ? unanswered + 1 : 0;
        reached = silent ? ((Failure) commit.evaluation()).reason() : "";
    }

    /** Why it makes no sense to go on asking, if it makes none. */
    Optional<String> silence() {
        return unanswered < UNANSWERED
                ? Optional.empty()
                : Optional.of(
                        "The last %d candidates had no answer from the model, the last for this reason: %s Mend that, and run again to go on."
                                .formatted(unanswered, reached));
    }

    /** The stop rule that ended it. */
    void because(String sentence) {
        enough = sentence;
    }

    RunReport report(RunState how, Throwable fault, Listeners<?> listeners, Progress progress) {
        String message = sentence(how, fault);
        if (committed > 0 && failed() == committed) {
            message += " All failed, the first so: %s: %s".formatted(reason.kind(), reason.reason());
        }
        message += wideWindow(progress);
        return new RunReport(setup.name(), how, message + listeners.takeFaults(), committed, failures, progress);
    }

    private String sentence(RunState how, Throwable fault) {
        return switch (how) {
            case DONE -> "Committed %,d candidates.".formatted(committed);
            case REACHED -> "Committed %,d candidates. %s".formatted(committed, enough);
            case RUNNING -> "%s so far; the run goes on. stop() ends it.".formatted(soFar("Committed"));
            case INTERRUPTED ->
                "%s; everything committed is kept. %s goes on.".formatted(soFar("Interrupted after"), again());
            case BUDGET_SPENT ->
                "%s; the next batch would pass the budget (%s). %s"
                        .formatted(soFar("Committed"), setup.budget(), enough)
                        .strip();
            default -> "%s: %s".formatted(soFar("Stopped after"), fault);
        };
    }

    private String soFar(String verb) {
        return asked == Loop.UNLIMITED
                ? "%s %,d candidates".formatted(verb, committed)
                : "%s %,d of %,d candidates".formatted(verb, committed, asked);
    }

    private String again() {
        return asked == Loop.UNLIMITED ? "start()" : "run(%d)".formatted(Math.max(1, asked - committed));
    }

    private long failed() {
        return failures.values().stream().mapToLong(Long::longValue).sum();
    }

    /** A window that holds much of the run draws most plans before there is anything to evolve from. */
    private String wideWindow(Progress progress) {
        long ahead = (long) setup.window() * setup.batch();
        boolean wide = setup.window() > 1 && 4 * ahead > progress.candidates();
        return wide
                ? " The window of %,d candidates is over a quarter of the run: so far this is independent sampling more than evolution."
                        .formatted(ahead)
                : "";
    }
}
