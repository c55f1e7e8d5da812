package dev.elm4j.local;

import java.util.Locale;

/**
 * What a loaded model says of itself.
 *
 * @param name of its file, without extension
 * @param parameters how many numbers
 * @param context most tokens of a text
 * @param precision of its matrices
 * @param threads that one operation may use
 * @param bytes native memory of its weights
 */
record ModelSummary(String name, long parameters, int context, Precision precision, int threads, long bytes) {

    static ModelSummary of(ModelFile file, Decoder decoder, int threads) {
        return new ModelSummary(
                file.name().replaceFirst("\\.gguf$", ""),
                file.parameters(),
                decoder.config().context(),
                decoder.precision(),
                threads,
                decoder.bytes());
    }

    /** What decides its answers. */
    String identity() {
        return name + " on " + device();
    }

    private String device() {
        return "cpu, " + precision + ", " + threads + (threads == 1 ? " thread" : " threads");
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s: %s parameters, %s, %.1f MB of weights",
                name,
                parameters >= 1_000_000 ? parameters / 1_000_000 + " M" : parameters / 1000 + " k",
                device(),
                bytes / 1e6);
    }
}
