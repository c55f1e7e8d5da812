package dev.elm4j.journal;

import dev.elm4j.archive.Axis;
import dev.elm4j.operator.Letters;
import dev.elm4j.operator.Mixture;
import dev.elm4j.search.Run;
import dev.elm4j.search.RunOpener;
import dev.elm4j.search.Search;
import dev.elm4j.search.Setup;
import dev.elm4j.search.Strategy;
import dev.elm4j.search.TestRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Journaled runs in folders below one, by their names; closes them all, as the end of a process would. */
final class RunFolders implements RunOpener, AutoCloseable {

    private final Path home;
    private final List<Run<?>> open = new ArrayList<>();

    RunFolders(Path home) {
        this.home = home;
    }

    @Override
    public <S> Run<S> open(Setup<S> setup, int threads) {
        var run = new Run<>(setup, threads, Journal.open(folder(setup.name()), setup));
        open.add(run);
        return run;
    }

    @Override
    public void close() {
        open.forEach(Run::close);
        open.clear();
    }

    /** Words, slow if there are several threads. */
    Search<String> words(String name, int threads) {
        return TestRuns.search(this, threads > 1, threads).name(name);
    }

    /** The same over deep cells of two operators between which UCB1 chooses. */
    @SuppressWarnings("unchecked") // a generic array of two operators
    Search<String> deepWords(String name, int threads) {
        return words(name, threads)
                .operators(TestRuns.edits(threads > 1), Letters.lowercase())
                .mixture(Mixture.ucb1())
                .strategy(Strategy.deepGrid(4))
                .axes(
                        Axis.edges("length", 0, 3, 7, 20, 40),
                        Axis.of("first letter", 'a', 'z').bins(6));
    }

    /** The search of a run that is open. */
    static Search<String> searchOf(Run<String> run) {
        RunOpener opener = new RunOpener() {
            @Override
            @SuppressWarnings("unchecked") // the one run there is
            public <S> Run<S> open(Setup<S> setup, int threads) {
                return (Run<S>) run;
            }
        };
        return TestRuns.search(opener, false, 1);
    }

    Path folder(String name) {
        return home.resolve(name);
    }

    Path file(String name) {
        return folder(name).resolve("journal.jsonl");
    }

    byte[] journal(String name) throws IOException {
        return Files.readAllBytes(file(name));
    }

    /** Journals of equal runs: a folder that holds the first bytes of another one. */
    void copy(byte[] journal, int length, String name) throws IOException {
        Files.createDirectories(folder(name));
        Files.write(file(name), java.util.Arrays.copyOf(journal, length));
    }

    /** Lets a search go on until so many candidates are committed. */
    static void runUpTo(Search<?> search, long candidates) {
        long left = candidates - search.progress().candidates();
        if (left > 0) {
            search.run((int) left);
        }
    }
}
