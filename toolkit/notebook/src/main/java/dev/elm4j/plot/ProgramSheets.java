package dev.elm4j.plot;

import dev.elm4j.environments.programs.AuditReport;
import dev.elm4j.environments.programs.ProgramEnvironment;
import dev.elm4j.sandbox.Finding;
import dev.elm4j.sandbox.Outcome;
import dev.elm4j.sandbox.ProgramResult;
import dev.elm4j.sandbox.Sandbox;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What programs came to in a sandbox, as tables; the only class of this package that needs the sandbox's module. */
final class ProgramSheets {

    private static final int VALUE = 2_000;

    private ProgramSheets() {}

    /** The tier, and why not a stronger one. */
    static Bundle of(Sandbox sandbox) {
        return Cards.card(
                "Sandbox: " + sandbox.tier().words(),
                List.of(
                        Sheet.Row.of("tier", sandbox.tier() + ", " + rank(sandbox)),
                        Sheet.Row.of("choice", sandbox.choice())));
    }

    /** The environment, and where its programs run. */
    static Bundle of(ProgramEnvironment environment) {
        var rows = new ArrayList<Sheet.Row>(Cards.rows(environment));
        rows.add(Sheet.Row.of("runs in", environment.tier().words()));
        return Cards.card("Environment '" + environment.name() + "'", rows);
    }

    private static String rank(Sandbox sandbox) {
        int place = sandbox.tier().ordinal() + 1;
        int all = sandbox.tier().getDeclaringClass().getEnumConstants().length;
        return place == 1 ? "the strongest of " + all : "number %d of %d, 1 being the strongest".formatted(place, all);
    }

    /** A row per input; what was printed and what the guard found unfold below the first that is shown. */
    static Bundle of(ProgramResult result) {
        var rows = new ArrayList<Sheet.Row>();
        for (int i = 0; i < result.outcomes().size(); i++) {
            rows.add(row(
                    i,
                    result.outcomes().get(i),
                    i == Math.max(0, result.outcomes().size() - Sheet.MOST) ? details(result) : List.of()));
        }
        if (rows.isEmpty()) {
            rows.add(Sheet.Row.of(List.of("", result.status().words(), result.detail()), details(result)));
        }
        return new Sheet(
                        "%s in %s, %s ms of CPU time%s"
                                .formatted(
                                        result.status().words(),
                                        result.tier().words(),
                                        Shown.number(result.timings().cpu()),
                                        findings(result)),
                        List.of(
                                Sheet.number("input"),
                                Sheet.text("status"),
                                Sheet.text("value").brief("value")),
                        rows)
                .bundle();
    }

    private static String findings(ProgramResult result) {
        int found = result.findings().size();
        return found == 0 ? "" : found == 1 ? "; the guard has 1 remark" : "; the guard has " + found + " remarks";
    }

    private static Sheet.Row row(int input, Outcome outcome, List<Sheet.Detail> details) {
        String value = outcome.isValid() ? cut(String.valueOf(outcome.value())) : outcome.detail();
        return Sheet.Row.of(
                List.of(Integer.toString(input + 1), outcome.status().words(), value), details);
    }

    private static String cut(String text) {
        return text.length() <= VALUE ? text : text.substring(0, VALUE) + "\u2026";
    }

    private static List<Sheet.Detail> details(ProgramResult result) {
        var details = new ArrayList<Sheet.Detail>();
        if (!result.findings().isEmpty()) {
            details.add(new Sheet.Detail(
                    "what the guard says",
                    result.findings().stream().map(Finding::toString).collect(Collectors.joining("\n"))));
        }
        add(details, "printed", result.stdout());
        add(details, "printed as errors", result.stderr());
        return details;
    }

    private static void add(List<Sheet.Detail> details, String word, String text) {
        if (!text.isBlank()) {
            details.add(new Sheet.Detail(word, text));
        }
    }

    /** A row per program that should not score well; those that do come first. */
    static Bundle of(AuditReport report) {
        return new Sheet(
                        "%s Ran in: %s."
                                .formatted(report.verdict(), report.tier().words()),
                        List.of(
                                Sheet.text(""),
                                Sheet.text("program"),
                                Sheet.text("status"),
                                Sheet.number("score"),
                                Sheet.text("what to do").brief("advice")),
                        report.rows().stream().map(ProgramSheets::row).toList())
                .bundle();
    }

    private static Sheet.Row row(AuditReport.Row row) {
        return Sheet.Row.of(
                row.isSuspicious() ? "too well" : "",
                row.program(),
                row.status(),
                Shown.number(row.score()),
                row.advice());
    }
}
