package dev.elm4j.environments.programs;

import dev.elm4j.environment.Context;
import dev.elm4j.environment.RunEnded;
import dev.elm4j.sandbox.Language;
import dev.elm4j.sandbox.Limits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Runs programs that should not score well against a problem's cases. */
final class Audit {

    private static final Duration SHORT = Duration.ofMillis(500);

    private Audit() {}

    static AuditReport of(Rules rules, List<String> seeds) {
        List<Suspect> suspects = suspects(rules);
        Limits limits = rules.usage().limits();
        Rules brief = limits.cpu().compareTo(SHORT) > 0
                ? rules.limits(limits.cpu(SHORT).wall(SHORT.multipliedBy(20)))
                : rules;
        var sources = suspects.stream()
                .map(suspect -> new Rules.Seeded(suspect.source(), 0))
                .toList();
        List<Marks> marks = brief.judge(sources, Context.unmetered(0, sources.size()));
        var rows = new ArrayList<AuditReport.Row>();
        for (int i = 0; i < suspects.size(); i++) {
            rows.add(row(suspects.get(i), marks.get(i)));
        }
        rows.sort(Comparator.comparing(AuditReport.Row::isSuspicious)
                .thenComparing(AuditReport.Row::score)
                .reversed());
        return new AuditReport(rules.name(), rules.sandbox().tier(), rows);
    }

    private static AuditReport.Row row(Suspect suspect, Marks marks) {
        double score;
        try {
            score = marks.objective();
        } catch (RunEnded end) { // no fault of the suspect
            throw end;
        } catch (RuntimeException | StackOverflowError fault) { // somebody's scoring code
            return new AuditReport.Row(
                    suspect.name(), "the score threw", 0, true, "the score must bear any value: " + fault);
        }
        boolean isSuspicious = suspect.kind().isSuspicious(score);
        return new AuditReport.Row(
                suspect.name(),
                marks.result().status().words(),
                score,
                isSuspicious,
                isSuspicious ? suspect.kind().advice() : "");
    }

    private static List<Suspect> suspects(Rules rules) {
        return rules.language() == Language.PYTHON ? new PythonSuspects(rules).all() : new JavaSuspects(rules).all();
    }
}
