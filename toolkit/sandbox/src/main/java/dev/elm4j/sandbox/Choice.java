package dev.elm4j.sandbox;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Map;

/**
 * A tier that isolates here, and why the stronger ones were passed over.
 *
 * @param tier chosen
 * @param passedOver reasons in few words, strongest tier first
 * @param grace how much longer than a program the host waits for its answer
 */
record Choice(Tier tier, Map<Tier, String> passedOver, Duration grace) {

    private static final int LONGEST_LINE = 400;

    Choice {
        requireNonNull(tier, "tier");
        requireNonNull(grace, "grace");
    }

    /** How long the host waits for the answer to a request with these limits. */
    Duration deadline(Limits limits) {
        return limits.wall().plus(limits.compile()).plus(grace);
    }

    /** One line for people. */
    String line() {
        return cut(tier.words() + (passedOver.isEmpty() ? "" : "; " + reasons(passedOver)), LONGEST_LINE);
    }

    /** {@code "docker: no daemon; gVisor: runsc is not installed"}; tiers side by side with one reason share it. */
    static String reasons(Map<Tier, String> refusals) {
        var line = new StringBuilder();
        int each = LONGEST_LINE / (1 + refusals.size()) - 20;
        refusals.forEach((tier, reason) -> line.append(line.isEmpty() ? "" : "; ")
                .append(Ways.of(tier).word())
                .append(": ")
                .append(cut(String.valueOf(reason), each)));
        return line.toString();
    }

    private static String cut(String text, int most) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= most ? line : line.substring(0, most - 1) + "…";
    }
}
