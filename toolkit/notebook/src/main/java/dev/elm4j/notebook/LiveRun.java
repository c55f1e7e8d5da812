package dev.elm4j.notebook;

import dev.elm4j.kernel.LiveDisplay;
import dev.elm4j.kernel.Notebook;
import dev.elm4j.plot.Bundle;
import dev.elm4j.plot.LiveFrame;
import dev.elm4j.plot.Pace;
import dev.elm4j.search.Budget;
import dev.elm4j.search.Commit;
import dev.elm4j.search.Progress;
import dev.elm4j.search.Run;
import dev.elm4j.search.RunReport;
import dev.elm4j.search.Search;
import dev.elm4j.search.SearchListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** Shows a run in the output of the cell that started it. */
final class LiveRun<S> implements SearchListener<S> {

    private final Run<S> run;
    private final LongSupplier nanos;
    private LiveDisplay display;
    private volatile String note = "";

    /** @param nanos the clock, {@link System#nanoTime} */
    LiveRun(Run<S> run, LongSupplier nanos) {
        this.run = run;
        this.nanos = nanos;
    }

    @Override
    public void began(Search<S> search, long goal) {
        var stage = new Stage(run.progress().candidates(), goal, nanos.getAsLong());
        note = goal == Budget.UNLIMITED ? endings() : "";
        display = Notebook.live(() -> frame(stage));
        display.show();
    }

    /** What besides {@code stop()} ends a run without a goal; empty if nothing does. */
    private String endings() {
        var setup = run.setup();
        int rules = setup.limits().rules().size();
        var endings = new ArrayList<String>();
        if (rules > 0) {
            endings.add(rules == 1 ? "its stop rule" : "one of its stop rules");
        }
        var budget = setup.budget();
        boolean capped = Math.min(Math.min(budget.calls(), budget.tokens()), budget.nanoUsd()) != Budget.UNLIMITED;
        if (capped) {
            endings.add("the budget (%s)".formatted(budget));
        }
        return endings.isEmpty() ? "" : "Goes on until %s or stop() ends it.".formatted(String.join(" or ", endings));
    }

    @Override
    public void committed(List<Commit<S>> batch, Progress progress) {
        display.changed();
    }

    /** The last frame is out before {@code run} returns, so that nothing is shown while later cells run. */
    @Override
    public void ended(RunReport report) {
        note = report.message();
        display.close();
    }

    /** One {@code run} of the run. */
    private record Stage(long begun, long goal, long nanos) {}

    private Bundle frame(Stage stage) {
        var record = run.record();
        var pace = new Pace(stage.begun(), stage.goal(), Duration.ofNanos(nanos.getAsLong() - stage.nanos()));
        return new LiveFrame(record.name(), run.state(), record.archive(), run.progress(), pace, note).bundle();
    }
}
