package dev.elm4j.journal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.elm4j.environment.Codec;
import dev.elm4j.search.Commit;
import dev.elm4j.search.Ledger;
import dev.elm4j.search.RunRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.RandomAccess;

/** A journal that is only read, without the environment: solutions are texts or JSON. */
final class View {

    private static final Codec<Object> JSON = Codec.of(solution -> Json.MAPPER.valueToTree(solution), View::plain);

    private View() {}

    private static Object plain(JsonNode json) {
        return json.isTextual() ? json.textValue() : json;
    }

    static RunRecord<Object> of(Path folder, Path file) {
        if (!Files.exists(file)) {
            throw new IllegalStateException("There is no run in %s.".formatted(folder));
        }
        JsonNode header = header(folder, file);
        var offsets = new Offsets();
        Ledger<Object> ledger;
        try {
            ledger = new Ledger<>(Header.cells(header));
        } catch (RuntimeException unknown) {
            throw new IllegalStateException("%s cannot be shown: %s. Run the cell that builds its search instead."
                    .formatted(file, unknown.getMessage()));
        }
        new Events<>(file, JSON, offsets).each(ledger::take);
        return ledger.record(folder.getFileName().toString(), new ReadCommits(file, offsets))
                .backings(Header.backings(header));
    }

    private static JsonNode header(Path folder, Path file) {
        JsonNode header;
        try {
            header = Header.read(file);
        } catch (IOException fault) {
            throw new UncheckedIOException("Cannot read %s: %s".formatted(file, fault.getMessage()), fault);
        }
        if (header == null) {
            throw new IllegalStateException("The run in %s was never begun.".formatted(folder));
        }
        Header.requireSchema(header, file, true);
        return header;
    }

    /** All commits, each read when it is asked for. */
    private static final class ReadCommits extends AbstractList<Commit<Object>> implements RandomAccess {

        private final int size;
        private final Readback<Object> readback;

        ReadCommits(Path file, Offsets offsets) {
            this.size = offsets.size();
            this.readback = new Readback<>(file, JSON, offsets);
        }

        @Override
        public Commit<Object> get(int number) {
            return readback.commit(number);
        }

        @Override
        public int size() {
            return size;
        }
    }
}
