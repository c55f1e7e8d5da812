package dev.elm4j.notebook;

import dev.elm4j.journal.Journal;
import dev.elm4j.journal.JournalMismatch;
import dev.elm4j.kernel.Notebook;
import dev.elm4j.search.Run;
import dev.elm4j.search.RunOpener;
import dev.elm4j.search.RunState;
import dev.elm4j.search.Series;
import dev.elm4j.search.Setup;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The runs that this process has open, by folder. Cells lose their variables for many reasons; nothing that matters lives
 * in them alone.
 *
 * <p>Whether a search goes on with a run is decided by {@link Journal#identity}. A cell that ran again brings new objects
 * of the same identity, with the code that the user has just read; so the run is continued from its journal by them, and
 * not by the ones of before.
 */
final class Registry implements RunOpener {

    private static final Registry SHARED = new Registry(Path.of("runs"), Notebook::say);

    static {
        Notebook.atShutDown(SHARED::close);
    }

    /** By folder, in the order of the last use. */
    private final Map<Path, Run<?>> runs = new LinkedHashMap<>();

    private final Consumer<String> say;
    private Path home;

    /**
     * @param home the folder that holds a folder per run
     * @param say tells the user one sentence
     */
    Registry(Path home, Consumer<String> say) {
        this.home = home;
        this.say = say;
    }

    /** The one of this process. */
    static Registry shared() {
        return SHARED;
    }

    synchronized Path home() {
        return home;
    }

    synchronized void home(Path home) {
        this.home = home;
    }

    /** In the order of the last use. */
    synchronized List<Run<?>> runs() {
        return List.copyOf(runs.values());
    }

    synchronized Optional<Run<?>> run(String name) {
        return Optional.ofNullable(runs.get(folder(name)));
    }

    @Override
    public <S> Run<S> open(Setup<S> setup, int threads) {
        return open(setup, new Manner(threads, true));
    }

    @Override
    public RunOpener quiet() {
        return new RunOpener() {
            @Override
            public <S> Run<S> open(Setup<S> setup, int threads) {
                return Registry.this.open(setup, new Manner(threads, false));
            }
        };
    }

    @Override
    public Series series(String name, int runs) {
        return new LiveSeries(name, runs, System::nanoTime);
    }

    /** How a run is opened; not part of its identity. */
    private record Manner(int threads, boolean shown) {}

    private synchronized <S> Run<S> open(Setup<S> setup, Manner manner) {
        return Sentence.orValue(() -> free(setup, manner));
    }

    private <S> Run<S> free(Setup<S> setup, Manner manner) {
        for (int number = 1; ; number++) {
            Setup<S> named = number == 1 ? setup : setup.name(setup.name() + "-" + number);
            Optional<Run<S>> run = attempt(named, manner);
            if (run.isPresent()) {
                if (number > 1) {
                    say.accept(("The name '%s' belongs to a run of another configuration, which stays as it is; "
                                    + "this run is '%s'.")
                            .formatted(setup.name(), named.name()));
                }
                return run.get();
            }
        }
    }

    /** The run of this very name, unless the name belongs to a run of another identity. */
    private <S> Optional<Run<S>> attempt(Setup<S> setup, Manner manner) {
        Run<?> open = runs.get(folder(setup.name()));
        if (open == null) {
            return begin(setup, manner);
        }
        if (!Journal.identity(open.setup()).equals(Journal.identity(setup))) {
            return Optional.empty();
        }
        if (open.setup().equals(setup)
                && open.state() != RunState.BROKEN) { // a broken one begins anew from its journal
            return Optional.of(goOn(open));
        }
        open.close();
        runs.remove(folder(setup.name()));
        return begin(setup, manner);
    }

    private <S> Optional<Run<S>> begin(Setup<S> setup, Manner manner) {
        Path folder = folder(setup.name());
        Journal<S> journal;
        try {
            journal = Journal.open(folder, setup);
        } catch (JournalMismatch other) {
            return Optional.empty();
        } catch (UncheckedIOException fault) { // the cause would only add a stack to the sentence
            throw new IllegalStateException(
                    fault.getMessage() + " Choose a folder where runs may be kept: Runs.home(Path.of(...)).");
        }
        Run<S> run = resumed(setup, manner, journal);
        if (manner.shown()) {
            run.listen(new LiveRun<>(run, System::nanoTime));
        }
        runs.put(folder, run);
        return Optional.of(run);
    }

    private <S> Run<S> resumed(Setup<S> setup, Manner manner, Journal<S> journal) {
        try {
            var run = new Run<>(setup, manner.threads(), journal);
            String sentence = opening(run, journal.message());
            if (manner.shown() && !sentence.isEmpty()) {
                say.accept(sentence);
            }
            return run;
        } catch (RuntimeException fault) {
            journal.close();
            throw fault;
        }
    }

    /** What a user should know of a run that was just opened; empty if nothing. */
    private static String opening(Run<?> run, String message) {
        long committed = run.progress().candidates();
        return committed == 0
                ? message
                : "Run '%s' goes on with its %,d candidates. To begin anew, give the search another .name(...). %s"
                        .formatted(run.setup().name(), committed, message)
                        .strip();
    }

    @SuppressWarnings("unchecked") // the same environment, and so the same solutions
    private <S> Run<S> goOn(Run<?> open) {
        runs.remove(folder(open.setup().name()));
        runs.put(folder(open.setup().name()), open);
        return (Run<S>) open;
    }

    private Path folder(String name) {
        return home.resolve(name).toAbsolutePath().normalize();
    }

    /** Ends all runs and lets go of their files. */
    synchronized void close() {
        runs.values().forEach(Run::close);
        runs.clear();
    }
}
