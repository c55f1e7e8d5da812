package dev.elm4j.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** This side of a {@link ToldKernel}, in an environment of the test's choice. */
final class KernelProcess implements AutoCloseable {

    /** More than a program may take together with all that the host waits for it. */
    private static final int LONGEST_SECONDS = 120;

    private final Process process;

    private KernelProcess(Process process) {
        this.process = process;
    }

    /** One that is started by a command, which may be none, with these variables beside ours. */
    static KernelProcess start(List<String> by, Map<String, String> variables) throws IOException {
        var command = new ArrayList<>(by);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ToldKernel.class.getName()));
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(variables);
        return new KernelProcess(builder.start());
    }

    /** What it answers. */
    String ask(String order) throws Exception {
        var writer = process.outputWriter();
        writer.write(order + "\n");
        writer.flush();
        var answer = CompletableFuture.supplyAsync(this::line).get(LONGEST_SECONDS, TimeUnit.SECONDS);
        assertThat(answer).as("answer to: " + order).isNotNull();
        return answer;
    }

    private String line() {
        try {
            return process.inputReader().readLine();
        } catch (IOException ended) {
            throw new UncheckedIOException(ended);
        }
    }

    @Override
    public void close() throws IOException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
