package dev.elm4j.local;

import java.util.Locale;
import java.util.Optional;

/**
 * What a loaded model says of itself.
 *
 * @param name of its file, without extension
 * @param parameters how many numbers
 * @param context most tokens of a text
 * @param backend device and precision
 * @param threads that one operation may use
 * @param template name of the chat template that was given, if one was
 * @param bytes native memory of its weights
 */
record ModelSummary(
        String name,
        long parameters,
        int context,
        Backend backend,
        int threads,
        Optional<String> template,
        long bytes) {

    static ModelSummary of(Checkpoint checkpoint, Decoder decoder, Backend backend, LocalSettings settings) {
        return new ModelSummary(
                checkpoint.name().replaceFirst("\\.gguf$", ""),
                checkpoint.parameters(),
                decoder.config().context(),
                backend,
                settings.chosenThreads(),
                settings.template().map(ChatTemplate::name),
                decoder.bytes());
    }

    /** What decides its answers. */
    String identity() {
        return name + " on " + device()
                + template.map(given -> ", chats in " + given).orElse("");
    }

    private String device() {
        String where = backend.device() + ", " + backend.precision();
        return backend.device() == LocalDevice.CPU
                ? where + ", " + threads + (threads == 1 ? " thread" : " threads")
                : where;
    }

    @Override
    public String toString() {
        return String.format(
                        Locale.ROOT,
                        "%s: %s parameters, %s, %.1f MB of weights",
                        name,
                        parameters >= 1_000_000 ? parameters / 1_000_000 + " M" : parameters / 1000 + " k",
                        device(),
                        bytes / 1e6)
                + backend.note().map(note -> "; a GPU is there, but " + note).orElse("");
    }
}
