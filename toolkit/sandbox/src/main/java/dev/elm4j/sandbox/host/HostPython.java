package dev.elm4j.sandbox.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The Python of this machine, for the tiers without an image. */
final class HostPython {

    static final String PATH = "/usr/bin/python3";

    private HostPython() {}

    /** @throws IOException if there is none */
    static void check() throws IOException {
        if (!Files.isExecutable(Path.of(PATH))) {
            throw new IOException("there is no " + PATH);
        }
    }
}
