package dev.elm4j.comparison;

import dev.elm4j.comparison.Ending.Kind;
import dev.elm4j.search.Progress;
import dev.elm4j.search.RunReport;
import dev.elm4j.search.RunState;
import dev.elm4j.search.Search;
import dev.elm4j.search.StopRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An arm with a seed: brings its run to the budget, and reads it. Used by one thread at a time. */
final class ArmRun<S> {

    /** A run that has cost nothing after so many candidates never reaches a budget of calls, tokens or US dollars. */
    private static final long CANDIDATES_FOR_NOTHING = 1_000;

    private final Arm<S> arm;
    private final long seed;
    private final Design<S> design;
    private final Search<S> search;
    private ComparedRun result;

    ArmRun(Arm<S> arm, Design<S> design, Search<S> search) {
        this.arm = arm;
        this.design = design;
        this.seed = search.setup().seed();
        this.search = limited(search, design.cap());
    }

    /** Candidates need no rule: a run of so many begins no batch too much. */
    private static <S> Search<S> limited(Search<S> search, Design.Cap cap) {
        if (cap.cost() == Cost.CANDIDATES) {
            return search;
        }
        StopRule nothing =
                (progress, elapsed) -> cap.cost().of(progress) == 0 && progress.candidates() >= CANDIDATES_FOR_NOTHING
                        ? Optional.of("%,d candidates have cost no %s. Compare by Cost.CANDIDATES."
                                .formatted(progress.candidates(), cap.cost().unit()))
                        : Optional.empty();
        return search.until(Stream.concat(
                        Stream.of(cap.cost().limit(cap.budget()), nothing), search.setup().limits().rules().stream())
                .toArray(StopRule[]::new));
    }

    Arm<S> arm() {
        return arm;
    }

    Search<S> search() {
        return search;
    }

    Optional<ComparedRun> result() {
        return Optional.ofNullable(result);
    }

    /** Goes on unless the run is at its budget; never throws what a run may throw. */
    ComparedRun advance() {
        if (result == null || result.ending().kind() != Kind.AT_BUDGET) {
            Ending ending;
            try {
                ending = toTheBudget();
            } catch (RuntimeException broken) {
                ending = new Ending(Kind.BROKEN, String.valueOf(broken.getMessage()));
            }
            result = read(ending);
        }
        return result;
    }

    private Ending toTheBudget() {
        Progress before = search.progress();
        if (design.cap().isSpent(before)) {
            return Ending.AT_BUDGET;
        }
        if (design.cap().cost() != Cost.CANDIDATES) {
            return ending(search.start().await());
        }
        int batch = search.setup().batch();
        long whole = (long) (design.cap().budget() - before.candidates()) / batch * batch;
        if (whole == 0 && before.candidates() == 0) {
            return new Ending(
                    Kind.EARLY,
                    "A batch of %,d is more than the budget of %,.0f candidates."
                            .formatted(batch, design.cap().budget()));
        }
        return whole == 0 ? Ending.AT_BUDGET : ending(search.run((int) whole));
    }

    private Ending ending(RunReport report) {
        boolean spent = report.state() == RunState.DONE || design.cap().isSpent(report.progress());
        if (spent) {
            return Ending.AT_BUDGET;
        }
        return new Ending(
                report.state() == RunState.INTERRUPTED ? Kind.INTERRUPTED : Kind.EARLY,
                report.message().replace(System.lineSeparator(), " "));
    }

    private ComparedRun read(Ending ending) {
        try {
            List<Progress> history = within();
            Progress last = history.isEmpty() ? nothing() : history.get(history.size() - 1);
            return compared(ending, last, thinned(history));
        } catch (RuntimeException unreadable) { // a journal that could not be opened, or a metric that threw
            var fault = new Ending(
                    Kind.BROKEN,
                    ending.kind() == Kind.BROKEN ? ending.note() : String.valueOf(unreadable.getMessage()));
            return new ComparedRun(arm.name(), seed, search.setup().name(), fault, nothing(), Map.of(), List.of());
        }
    }

    private ComparedRun compared(Ending ending, Progress last, List<CurvePoint> curve) {
        var values = new LinkedHashMap<>(design.reading().standard(last));
        if (ending.counts()) {
            design.reading().extras().forEach((name, extra) -> values.put(name, extra.applyAsDouble(search)));
        }
        return new ComparedRun(arm.name(), seed, search.name(), ending, last, values, curve);
    }

    /** The history up to the budget. */
    private List<Progress> within() {
        List<Progress> history = search.record().history();
        int end = history.size();
        while (end > 0
                && design.cap().cost().of(history.get(end - 1)) > design.cap().budget()) {
            end--;
        }
        return history.subList(0, end);
    }

    /** Before the first batch. */
    private Progress nothing() {
        int cells = search.setup().tessellation().cells();
        return new Progress(
                0,
                0,
                dev.elm4j.environment.Usage.NONE,
                new dev.elm4j.archive.Statistics(0, cells, 0, Double.NaN, Double.NaN));
    }

    private List<CurvePoint> thinned(List<Progress> history) {
        int points = Math.min(Curve.MOST, history.size());
        var curve = new ArrayList<CurvePoint>();
        for (int i = 0; i < points; i++) {
            int at = points == 1 ? 0 : (int) ((long) i * (history.size() - 1) / (points - 1));
            Progress progress = history.get(at);
            curve.add(design.reading().point(design.cap().cost().of(progress), progress));
        }
        return curve;
    }
}
