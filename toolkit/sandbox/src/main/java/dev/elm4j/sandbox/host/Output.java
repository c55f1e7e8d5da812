package dev.elm4j.sandbox.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** What a short command of this machine prints. */
final class Output {

    private Output() {}

    /**
     * Its stdout and stderr; it runs without an environment and is over when this returns.
     *
     * @param what it does, in words, if it takes too long
     * @throws IOException if it cannot be started, or takes longer
     */
    static String of(ProcessBuilder builder, String what, Duration deadline) throws IOException, InterruptedException {
        builder.redirectErrorStream(true).environment().clear();
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            return Deadlines.call(
                    what, deadline, () -> new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } finally {
            process.destroyForcibly();
            process.getInputStream().close();
        }
    }
}
