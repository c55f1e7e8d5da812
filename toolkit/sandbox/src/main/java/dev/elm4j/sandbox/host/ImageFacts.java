package dev.elm4j.sandbox.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;

/**
 * What {@code image.json} says that the set-up built.
 *
 * @param image its tag
 * @param digest of the worker files in it
 * @param id that Docker gave it; empty if Docker was not there
 * @param docker the daemon's address then; empty if it was not there
 */
record ImageFacts(String image, String digest, String id, String docker) {

    static final String ADVICE = "run python3 kernel-setup/elm4j.py sandbox build";

    /** Empty ones if the file is not there or is none. */
    static ImageFacts of(Home home) {
        JsonNode json = MissingNode.getInstance();
        try {
            json = Frames.MAPPER.readTree(Files.readAllBytes(home.imageFacts()));
        } catch (IOException absent) {
            // nothing was built
        }
        return new ImageFacts(text(json, "image"), text(json, "digest"), text(json, "id"), text(json, "docker"));
    }

    private static String text(JsonNode json, String name) {
        return json.path(name).isTextual() ? json.path(name).textValue() : "";
    }
}
