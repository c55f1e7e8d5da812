package dev.elm4j.local;

/** The sentences for files that hold no model that can be run here: what was expected, what came, what to do. */
final class BadModelFile {

    /** What to do where the model is of a kind that cannot be run. */
    static final String OTHER_MODEL =
            "Give a model of the family of Llama (such as SmolLM2), Qwen2, Qwen2.5 or Qwen3, as GGUF or SafeTensors.";

    private static final String AGAIN = " Delete it and download it again.";

    private BadModelFile() {}

    static IllegalArgumentException missing(Object file) {
        return new IllegalArgumentException(
                "There is no model file at %s. Check the path, or run the set-up again: it downloads the default model."
                        .formatted(file));
    }

    static IllegalArgumentException unreadable(Object file, Exception cause) {
        return new IllegalArgumentException(
                "The model file %s cannot be read: %s. Check that it is a file and that you may read it."
                        .formatted(file, cause.getMessage()),
                cause);
    }

    static IllegalArgumentException empty(Object file) {
        return new IllegalArgumentException("The model file %s is empty.".formatted(file) + AGAIN);
    }

    static IllegalArgumentException foreign(Object file, String beginning) {
        return new IllegalArgumentException(
                "The file %s is not a GGUF file: it should begin with 47 47 55 46 ('GGUF'), but begins with %s. "
                                .formatted(file, beginning)
                        + "Give a file in GGUF version 3, or a folder with config.json and SafeTensors.");
    }

    static IllegalArgumentException tooShort(Object file, String what, long expected, long actual) {
        return new IllegalArgumentException(
                "The model file %s ends too early: %s needs %,d bytes, but the file has %,d. The download was probably cut short."
                                .formatted(file, what, expected, actual)
                        + AGAIN);
    }

    static IllegalArgumentException architecture(Object file, String name) {
        return unsupported(
                file,
                "holds a model of the architecture '%s', but %s are those that can be run"
                        .formatted(name, Architecture.known()),
                OTHER_MODEL);
    }

    static IllegalArgumentException corrupt(Object file, String what) {
        return new IllegalArgumentException("The model file %s is damaged: %s.".formatted(file, what) + AGAIN);
    }

    static IllegalArgumentException unsupported(Object file, String what, String remedy) {
        return new IllegalArgumentException("The model file %s %s. %s".formatted(file, what, remedy));
    }
}
