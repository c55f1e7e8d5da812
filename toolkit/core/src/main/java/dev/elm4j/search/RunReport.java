package dev.elm4j.search;

/**
 * How a {@code run} ended; a light value, the archive is {@link Search#archive}.
 *
 * @param name of the run
 * @param state how it ended
 * @param message one sentence for a person: what was done, why it ended, what to do next
 * @param committed candidates that this {@code run} committed
 * @param progress where the run stands now
 */
public record RunReport(String name, RunState state, String message, long committed, Progress progress) {

    @Override
    public String toString() {
        return message + System.lineSeparator() + progress;
    }
}
