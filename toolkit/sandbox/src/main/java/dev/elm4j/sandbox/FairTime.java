package dev.elm4j.sandbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts the time that a program really had a processor into its result, where the clock inside counted waiting for one too.
 *
 * @param limits that were asked for
 * @param share of the CPU time told, in (0, 1], in which there was a processor
 * @param longer whether the limits inside were longer: then what came too late by the right time counts as not come
 */
record FairTime(Limits limits, double share, boolean longer) {

    ProgramResult of(ProgramResult result, double totalMs) {
        Timings told = result.timings();
        double used = told.cpu() * share;
        List<Outcome> outcomes = outcomes(result.outcomes(), used);
        Outcome wrong = outcomes.stream()
                .filter(outcome -> !outcome.isValid())
                .findFirst()
                .orElse(null);
        ProgramStatus status = wrong == null ? ProgramStatus.VALID : wrong.status();
        return new ProgramResult(
                status,
                status == result.status() ? worded(result.detail()) : wrong.detail(),
                outcomes,
                result.stdout(),
                result.stderr(),
                result.truncated(),
                new Timings(told.compile(), told.start(), told.run(), used, totalMs),
                result.findings(),
                result.tier());
    }

    /** What the inputs do not account for counts with the last: an input at which a program was killed has no time. */
    private List<Outcome> outcomes(List<Outcome> told, double used) {
        double soFar = 0;
        var outcomes = new ArrayList<Outcome>();
        for (Outcome outcome : told) {
            soFar += outcome.cpuMs() * share;
            soFar = outcomes.size() < told.size() - 1 ? soFar : Math.max(soFar, used);
            boolean late = longer && soFar > limits.cpu().toMillis();
            outcomes.add(
                    late && !outcome.status().isInfrastructure()
                            ? new Outcome(
                                    ProgramStatus.TIMEOUT,
                                    null,
                                    "CPU time over " + seconds(limits.cpu()),
                                    outcome.cpuMs() * share)
                            : new Outcome(
                                    outcome.status(),
                                    outcome.value(),
                                    worded(outcome.detail()),
                                    outcome.cpuMs() * share));
        }
        return outcomes;
    }

    /** With the limit that was asked for in it. */
    private String worded(String detail) {
        if (!longer) {
            return detail;
        }
        return detail.replaceFirst("^CPU time over [0-9.]+ s$", "CPU time over " + seconds(limits.cpu()))
                .replaceFirst("^wall time over [0-9.]+ s$", "wall time over " + seconds(limits.wall()))
                .replaceFirst("^(" + Appeal.COMPILER_ENDED + ") [0-9.]+ s$", "$1 " + seconds(limits.compile()));
    }

    private static String seconds(Duration limit) {
        return limit.toMillis() / 1e3 + " s";
    }
}
