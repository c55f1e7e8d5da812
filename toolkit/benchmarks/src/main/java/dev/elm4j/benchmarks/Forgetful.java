package dev.elm4j.benchmarks;

import dev.elm4j.search.Commit;
import dev.elm4j.search.Recorder;
import dev.elm4j.search.Run;
import dev.elm4j.search.RunEvent;
import dev.elm4j.search.RunOpener;
import dev.elm4j.search.Setup;
import java.util.function.Consumer;

/** Keeps no commits, for runs of which only the archive and the progress are read. */
final class Forgetful<S> implements Recorder<S> {

    /** Opens runs that keep no commits. */
    static RunOpener opener() {
        return new RunOpener() {
            @Override
            public <S> Run<S> open(Setup<S> setup, int threads) {
                return new Run<>(setup, threads, new Forgetful<>());
            }
        };
    }

    @Override
    public void replay(Consumer<RunEvent<S>> each) {}

    @Override
    public void record(RunEvent<S> event) {}

    @Override
    public Commit<S> commit(long number) {
        throw new IllegalStateException("Candidate %,d was not kept: this run keeps none.".formatted(number));
    }

    @Override
    public void close() {}
}
