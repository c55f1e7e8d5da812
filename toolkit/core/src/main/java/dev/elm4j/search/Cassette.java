package dev.elm4j.search;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a run takes answers of models from before it asks a model. Every run with a journal records its own answers beside
 * it, so a run that is continued never pays twice; this value adds the cassette of another run.
 *
 * <pre>{@code
 * search.name("again").cassette(Cassette.replay(Path.of("runs/opinions")));    // asks a model only for what is new
 * search.name("again").cassette(Cassette.offline(Path.of("runs/opinions")));   // asks no model at all
 * }</pre>
 *
 * <p>A replayed answer costs nothing, but counts to the budget as it did then, so that a replay stops where the original did.
 *
 * @param source a run's folder or its {@code cassette.jsonl}; empty for the run's own answers alone
 * @param isOffline whether a request without a recorded answer stops the run instead of asking a model
 */
public record Cassette(Optional<Path> source, boolean isOffline) {

    /** Records, and gives nothing but the run's own answers; the default. */
    public static final Cassette RECORDING = new Cassette(Optional.empty(), false);

    public Cassette {
        requireNonNull(source, "source");
    }

    /** Answers from this folder or file where it has them, and from the models where not. */
    public static Cassette replay(Path source) {
        return new Cassette(Optional.of(source), false);
    }

    /** Answers from this folder or file only. */
    public static Cassette offline(Path source) {
        return new Cassette(Optional.of(source), true);
    }
}
