package dev.elm4j.local;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * How a {@link LocalModel} is run.
 *
 * <pre>{@code
 * var settings = LocalSettings.defaults().device(LocalDevice.CPU).precision(Precision.FP32).threads(2);
 * settings.toString();   // "device cpu, precision fp32, threads 2"
 * }</pre>
 *
 * <p>What was chosen is part of the model's {@link LocalModel#identity}: it decides the last digits of an answer, and so,
 * now and then, a word.
 *
 * @param device where to compute; default {@link LocalDevice#AUTO}
 * @param precision of the matrices; default {@link Precision#AUTO}
 * @param threads that one operation may use on the processor; 0, the default, for one per physical core
 * @param template how chats are written; default empty: as the model's own template says
 */
public record LocalSettings(LocalDevice device, Precision precision, int threads, Optional<ChatTemplate> template) {

    private static final int MOST_THREADS = 1024;

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if {@code threads} is not between 0 and 1024
     */
    public LocalSettings {
        requireNonNull(device, "device");
        requireNonNull(precision, "precision");
        requireNonNull(template, "template");
        if (threads < 0 || threads > MOST_THREADS) {
            throw new IllegalArgumentException(
                    "threads should be between 0 (one per core) and %d, but is %d. Leave it out if unsure."
                            .formatted(MOST_THREADS, threads));
        }
    }

    /** Everything as this machine can do it best. */
    public static LocalSettings defaults() {
        return new LocalSettings(LocalDevice.AUTO, Precision.AUTO, 0, Optional.empty());
    }

    /** These on another device. */
    public LocalSettings device(LocalDevice other) {
        return new LocalSettings(other, precision, threads, template);
    }

    /** These in another precision. */
    public LocalSettings precision(Precision other) {
        return new LocalSettings(device, other, threads, template);
    }

    /** These with another number of threads. */
    public LocalSettings threads(int number) {
        return new LocalSettings(device, precision, number, template);
    }

    /** These with chats written in this way, whatever the model's own template says. */
    public LocalSettings template(ChatTemplate given) {
        return new LocalSettings(device, precision, threads, Optional.of(requireNonNull(given, "given")));
    }

    /** For a model so small that a second thread only waits for the first; where cores are busy, a hundred times longer. */
    static LocalSettings small() {
        return defaults().device(LocalDevice.CPU).threads(1);
    }

    /** The number of threads, chosen if it is not set. */
    int chosenThreads() {
        return threads == 0 ? CpuThreads.best() : threads;
    }

    @Override
    public String toString() {
        return "device %s, precision %s, threads %s".formatted(device, precision, threads == 0 ? "auto" : threads)
                + template.map(given -> ", chats in " + given.name()).orElse("");
    }
}
