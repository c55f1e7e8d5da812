package dev.elm4j.sandbox.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The kernel of this machine. */
final class HostKernel {

    private HostKernel() {}

    /** Its release, such as {@code "6.1.0-13-amd64"}; empty if unknown. */
    static String release() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/osrelease")).strip();
        } catch (IOException unknown) {
            return "";
        }
    }
}
