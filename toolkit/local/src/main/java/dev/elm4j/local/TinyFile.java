package dev.elm4j.local;

import java.io.IOException;
import java.io.InputStream;

/** The tiny model in this jar. */
final class TinyFile {

    private static final String NAME = "tiny-opinions.gguf";

    private TinyFile() {}

    /** @throws IllegalStateException if the jar does not have it */
    static ModelFile open() {
        try (InputStream in = TinyFile.class.getResourceAsStream("tiny/" + NAME)) {
            if (in == null) {
                throw new IllegalStateException(
                        "This build of elm4j-local has no tiny model. Take the published jar, or load a file with LocalModel.of(path).");
            }
            return ModelFile.of(NAME, in.readAllBytes());
        } catch (IOException failure) {
            throw BadModelFile.unreadable(NAME, failure);
        }
    }
}
