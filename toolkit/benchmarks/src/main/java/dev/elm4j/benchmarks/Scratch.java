package dev.elm4j.benchmarks;

import dev.elm4j.journal.Journal;
import dev.elm4j.search.Run;
import dev.elm4j.search.RunOpener;
import dev.elm4j.search.Setup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A folder for the runs of one measurement; closing it removes it. */
record Scratch(Path folder) implements AutoCloseable {

    static Scratch open() {
        try {
            return new Scratch(Files.createTempDirectory("elm4j-benchmark-"));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** Opens runs with their journals in a folder. */
    static RunOpener journals(Path folder) {
        return new RunOpener() {
            @Override
            public <S> Run<S> open(Setup<S> setup, int threads) {
                return new Run<>(setup, threads, Journal.open(folder.resolve(setup.name()), setup));
            }
        };
    }

    @Override
    public void close() {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException fault) {
            throw new UncheckedIOException("Cannot remove %s: %s".formatted(folder, fault), fault);
        }
    }
}
