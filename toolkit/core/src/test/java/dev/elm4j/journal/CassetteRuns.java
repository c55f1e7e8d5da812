package dev.elm4j.journal;

import dev.elm4j.environment.Exchange;
import dev.elm4j.environment.TextExchange;
import dev.elm4j.search.Search;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** Journaled runs that ask a model: which requests it was asked, how often, and where the answers are kept. */
final class CassetteRuns implements AutoCloseable {

    final RunFolders folders;
    final AtomicInteger calls = new AtomicInteger();
    final Set<String> asked = new HashSet<>();

    CassetteRuns(Path home) {
        folders = new RunFolders(home);
    }

    /** Together, as a batch of a model in the kernel. */
    Search<String> search(String name) {
        return search(name, TextExchange.TOGETHER);
    }

    Search<String> search(String name, Exchange<UnaryOperator<String>, String, String> exchange) {
        UnaryOperator<String> model = request -> {
            asked.add(request);
            return Asking.alike(request);
        };
        var asking = new Asking(Asking.counted(calls, model), exchange, "Please");
        return Search.of(asking.environment(), folders)
                .operators(asking.operator())
                .batch(4)
                .window(2)
                .seed(11)
                .name(name);
    }

    Path cassette(String name) {
        return folders.folder(name).resolve("cassette.jsonl");
    }

    /** A cassette file of some bytes beside a journal of some. */
    void copy(byte[] journal, byte[] cassette, String name) throws IOException {
        folders.copy(journal, journal.length, name);
        Files.write(cassette(name), cassette);
    }

    @Override
    public void close() {
        folders.close();
    }
}
