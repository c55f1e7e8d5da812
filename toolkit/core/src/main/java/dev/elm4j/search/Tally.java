package dev.elm4j.search;

import dev.elm4j.environment.Failure;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What one {@code run} has committed, and the sentence that says how it ended. Written by the loop's thread, read by any. */
final class Tally {

    private final Setup<?> setup;
    private final long asked;
    private final long begin;
    private final Map<String, Long> failures = new ConcurrentHashMap<>();
    private volatile long committed;
    private volatile Failure reason;
    private volatile String enough = "";

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

    void count(List<? extends Commit<?>> batch) {
        committed += batch.size();
        for (Commit<?> commit : batch) {
            if (commit.evaluation() instanceof Failure failure) {
                // That everything is a copy of something that failed is no reason; what failed is.
                if (reason == null || reason.kind().equals(Failure.COPY)) {
                    reason = failure;
                }
                failures.merge(failure.kind(), 1L, Long::sum); // whoever counts as many as were committed has a reason
            }
        }
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
                "%s; the next batch would pass the budget (%s).".formatted(soFar("Committed"), setup.budget());
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
