package dev.elm4j.notebook;

import dev.elm4j.journal.Journal;
import dev.elm4j.journal.JournalMismatch;
import dev.elm4j.kernel.Notebook;
import dev.elm4j.search.Run;
import dev.elm4j.search.RunOpener;
import dev.elm4j.search.Setup;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The runs that this process has open, by name. Cells lose their variables for many reasons; nothing that matters lives
 * in them alone.
 */
final class Registry implements RunOpener {

    private static final Registry SHARED = new Registry(Path.of("runs"), Notebook::say);

    /** In the order of the last use. */
    private final Map<String, Run<?>> runs = new LinkedHashMap<>();

    private final Consumer<String> say;
    private Path home;

    Registry(Path home, Consumer<String> say) {
        this.home = home;
        this.say = say;
    }

    /** The one of this process. */
    static Registry shared() {
        return SHARED;
    }

    static {
        Notebook.atShutDown(SHARED::close);
    }

    synchronized Path home() {
        return home;
    }

    synchronized void home(Path home) {
        this.home = home;
    }

    synchronized List<Run<?>> runs() {
        return List.copyOf(runs.values());
    }

    synchronized Optional<Run<?>> run(String name) {
        return Optional.ofNullable(runs.get(name));
    }

    @Override
    public synchronized <S> Run<S> open(Setup<S> setup, int threads) {
        var wanted = Configuration.of(setup);
        for (int number = 1; ; number++) {
            Setup<S> named = number == 1 ? setup : setup.name(setup.name() + "-" + number);
            Run<?> open = runs.get(named.name());
            if (open == null) {
                try {
                    return begin(named, threads, setup.name());
                } catch (JournalMismatch other) { // somebody else's folder: the next name
                    continue;
                }
            }
            if (Configuration.of(open.setup()).equals(wanted)) {
                return goOn(open);
            }
        }
    }

    private <S> Run<S> begin(Setup<S> setup, int threads, String wanted) {
        var run = new Run<>(setup, threads, Journal.open(home.resolve(setup.name()), setup));
        run.listen(new LiveRun<>(run, System::nanoTime));
        use(setup.name(), run);
        long committed = run.progress().candidates();
        if (!setup.name().equals(wanted)) {
            say.accept(("The name '%s' belongs to a run of another configuration, so this run is '%s'. "
                            + "Give the search a name of its own to choose.")
                    .formatted(wanted, setup.name()));
        }
        if (committed > 0) {
            say.accept("Resumed run '%s' with its %,d candidates from %s."
                    .formatted(setup.name(), committed, home.resolve(setup.name())));
        }
        return run;
    }

    @SuppressWarnings("unchecked") // equal configurations have the same environment, and so the same solutions
    private <S> Run<S> goOn(Run<?> open) {
        use(open.setup().name(), open);
        say.accept(("Going on with run '%s' and its %,d candidates. After a change of an environment's or operator's "
                        + "code, begin anew with another .name(...).")
                .formatted(open.setup().name(), open.progress().candidates()));
        return (Run<S>) open;
    }

    private void use(String name, Run<?> run) {
        runs.remove(name);
        runs.put(name, run);
    }

    /** Ends all runs and lets go of their files. */
    synchronized void close() {
        runs.values().forEach(Run::close);
        runs.clear();
    }
}
