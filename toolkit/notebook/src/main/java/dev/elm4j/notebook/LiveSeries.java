package dev.elm4j.notebook;

import dev.elm4j.kernel.LiveDisplay;
import dev.elm4j.kernel.Notebook;
import dev.elm4j.plot.Bundle;
import dev.elm4j.plot.LiveSeriesFrame;
import dev.elm4j.search.Series;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Shows in the output of a cell how far a series of runs is. */
final class LiveSeries implements Series {

    private final String name;
    private final int runs;
    private final LongSupplier nanos;
    private final long begun;
    private final LiveDisplay display;
    private volatile int ended;
    private volatile String latest = "";

    /** @param nanos the clock, {@link System#nanoTime} */
    LiveSeries(String name, int runs, LongSupplier nanos) {
        this.name = name;
        this.runs = runs;
        this.nanos = nanos;
        this.begun = nanos.getAsLong();
        this.display = Notebook.live(this::frame);
        display.show();
    }

    private Bundle frame() {
        var elapsed = Duration.ofNanos(nanos.getAsLong() - begun);
        return new LiveSeriesFrame(name, ended, runs, elapsed, latest).bundle();
    }

    @Override
    public synchronized void ended(String what) {
        ended++;
        latest = what;
        display.changed();
    }

    @Override
    public void close() {
        display.close();
    }
}
