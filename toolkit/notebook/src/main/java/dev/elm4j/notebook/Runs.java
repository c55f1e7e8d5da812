package dev.elm4j.notebook;

import dev.elm4j.journal.Journal;
import dev.elm4j.kernel.Notebook;
import dev.elm4j.operator.Operator;
import dev.elm4j.search.Run;
import dev.elm4j.search.RunOpener;
import dev.elm4j.search.RunRecord;
import dev.elm4j.search.Search;
import dev.elm4j.search.Setup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The runs of this notebook: those that the kernel has open, and those that earlier kernels have left on disk.
 *
 * <pre>{@code
 * Runs.list();                                    // a table
 * var search = Runs.latest();                     // the variable is gone, the run is not
 * Search<String> opinions = Runs.get("opinions");
 * }</pre>
 *
 * <p>After a restart of the kernel a run is a view: it can be read, and its verbs ask to run the search's cell again,
 * because only the cell knows the environment. Safe for use by several threads.
 */
public final class Runs {

    static {
        Notebook.attach();
    }

    private static final String JOURNAL = "journal.jsonl";

    private Runs() {}

    /** The folder that holds a folder per run; {@code runs} under the working directory if nobody chose another. */
    public static Path home() {
        return Registry.shared().home();
    }

    /** Keeps the runs that begin from now on under another folder. */
    public static void home(Path home) {
        Registry.shared().home(home);
    }

    /**
     * The run that was used last: of this kernel, or else the one on disk that was written last.
     *
     * @throws IllegalStateException if there is none
     */
    public static <S> Search<S> latest() {
        return Sentence.orValue(Runs::newest);
    }

    private static <S> Search<S> newest() {
        List<Run<?>> open = Registry.shared().runs();
        if (!open.isEmpty()) {
            return live(open.get(open.size() - 1));
        }
        return folders().stream()
                .findFirst()
                .map(Runs::<S>view)
                .orElseThrow(() -> new IllegalStateException(
                        "There is no run yet, neither in this kernel nor in %s. Begin one: Elm.search(...).run(100)."
                                .formatted(home().toAbsolutePath())));
    }

    /**
     * A run by its name, live if this kernel has it open, otherwise a view of its journal. The type of its solutions is
     * what the caller says.
     *
     * @throws IllegalArgumentException if there is none of this name
     */
    public static <S> Search<S> get(String name) {
        return Sentence.orValue(() -> named(name));
    }

    private static <S> Search<S> named(String name) {
        Optional<Run<?>> open = Registry.shared().run(name);
        if (open.isPresent()) {
            return live(open.get());
        }
        return folders().stream()
                .filter(folder -> folder.getFileName().toString().equals(name))
                .findFirst()
                .map(Runs::<S>view)
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no run '%s', only %s. Runs.list() shows more.".formatted(name, names())));
    }

    /** All runs, the latest first: name, where it is, candidates, elites, coverage, QD score, best. */
    public static Table list() {
        var rows = new ArrayList<RunRecord<?>>();
        var places = new ArrayList<String>();
        for (Run<?> run : Registry.shared().runs()) {
            rows.add(0, run.record());
            places.add(0, "this kernel");
        }
        for (Path folder : folders()) {
            if (Registry.shared().run(folder.getFileName().toString()).isEmpty()) {
                rows.add(Journal.view(folder));
                places.add("journal");
            }
        }
        return Table.create(
                "runs",
                StringColumn.create("name", rows.stream().map(RunRecord::name)),
                StringColumn.create("from", places),
                LongColumn.create("candidates", rows.stream().mapToLong(row -> row.commits()
                        .size())),
                LongColumn.create(
                        "elites", rows.stream().mapToLong(row -> row.archive().size())),
                DoubleColumn.create("coverage", rows.stream().mapToDouble(row -> row.archive()
                        .statistics()
                        .coverage())),
                DoubleColumn.create("QD score", rows.stream().mapToDouble(row -> row.archive()
                        .statistics()
                        .qdScore())),
                DoubleColumn.create("best", rows.stream().mapToDouble(row -> row.archive()
                        .statistics()
                        .best())));
    }

    private static List<String> names() {
        var names = new ArrayList<String>();
        Registry.shared().runs().forEach(run -> names.add(run.setup().name()));
        folders().forEach(folder -> names.add(folder.getFileName().toString()));
        return names.stream().distinct().toList();
    }

    /** The folders with a journal, written last first. */
    private static List<Path> folders() {
        if (!Files.isDirectory(home())) {
            return List.of();
        }
        try (var folders = Files.list(home())) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve(JOURNAL)))
                    .sorted(Comparator.comparing(Runs::written).reversed())
                    .toList();
        } catch (IOException fault) {
            throw new UncheckedIOException("Cannot read the folder of runs %s.".formatted(home()), fault);
        }
    }

    private static FileTime written(Path folder) {
        try {
            return Files.getLastModifiedTime(folder.resolve(JOURNAL));
        } catch (IOException gone) { // removed meanwhile
            return FileTime.fromMillis(0);
        }
    }

    @SuppressWarnings("unchecked") // see the promise of get
    private static <S> Search<S> live(Run<?> run) {
        Setup<S> setup = ((Run<S>) run).setup();
        Search<S> search = Search.of(setup.environment(), new Always(run))
                .operators(setup.operators().toArray(Operator[]::new))
                .tessellation(setup.tessellation())
                .budget(setup.budget())
                .seed(setup.seed())
                .batch(setup.batch())
                .window(setup.window())
                .name(setup.name());
        search.name(); // binds it to the run now, so that it shows how far the run is
        return search;
    }

    @SuppressWarnings("unchecked") // see the promise of get
    private static <S> Search<S> view(Path folder) {
        return (Search<S>) Search.view(Journal.view(folder));
    }

    /** Gives the run that is open. */
    private record Always(Run<?> run) implements RunOpener {

        @Override
        @SuppressWarnings("unchecked") // made for one search, whose setup is the run's
        public <S> Run<S> open(Setup<S> setup, int threads) {
            return (Run<S>) run;
        }
    }
}
