package dev.elm4j.search;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a {@code run} ended; a light value, the archive is {@link Search#archive}.
 *
 * @param name of the run
 * @param state how it ended
 * @param message one sentence for a person: what was done, why it ended, what to do next
 * @param committed candidates that this {@code run} committed
 * @param failures how many of them failed, by kind, the most frequent kind first
 * @param progress where the run stands now
 */
public record RunReport(
        String name, RunState state, String message, long committed, Map<String, Long> failures, Progress progress) {

    /** Copies the failures and puts them in order. */
    public RunReport {
        var ordered = new LinkedHashMap<String, Long>();
        failures.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .forEach(kind -> ordered.put(kind.getKey(), kind.getValue()));
        failures = Collections.unmodifiableMap(ordered);
    }

    /** The same with one more remark, which may be empty. */
    RunReport remark(String remark) {
        return remark.isEmpty() ? this : new RunReport(name, state, message + remark, committed, failures, progress);
    }

    @Override
    public String toString() {
        return message + System.lineSeparator() + progress;
    }
}
