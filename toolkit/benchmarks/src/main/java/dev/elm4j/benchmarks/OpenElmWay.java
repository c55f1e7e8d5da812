package dev.elm4j.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The other side of the table: how OpenELM runs programs, on the same small Python program. */
final class OpenElmWay {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path IMAGE = Path.of(System.getProperty("user.home"), ".elm4j", "sandbox", "image.json");

    private OpenElmWay() {}

    /** One process for all programs and {@code exec} within it: fast, and every program is at the mercy of the last. */
    static Optional<Times> inProcess(int warmUp, int rounds) {
        try {
            Process server = new ProcessBuilder("python3", "-c", script()).start();
            try (BufferedWriter out = server.outputWriter();
                    BufferedReader in = server.inputReader()) {
                times(out, in, warmUp);
                return Optional.of(times(out, in, rounds));
            } finally {
                server.destroy();
            }
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    private static Times times(BufferedWriter out, BufferedReader in, int rounds) throws IOException {
        var seconds = new ArrayList<Double>();
        for (int i = 0; i < rounds; i++) {
            long begin = System.nanoTime();
            out.write(JSON.writeValueAsString(Map.of("source", SmallPrograms.PYTHON.source(), "input", 1_000 * i)));
            out.newLine();
            out.flush();
            if (in.readLine() == null) {
                throw new IOException("the process ended");
            }
            seconds.add((System.nanoTime() - begin) / 1e9);
        }
        return new Times(seconds);
    }

    /** Where the daemon answers that has the image. */
    static Optional<String> daemon() {
        try {
            String named = JSON.readTree(Files.readString(IMAGE)).path("docker").asText();
            return named.isEmpty() ? Optional.empty() : Optional.of(named);
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    /** A container per call, with a runtime of Docker's; empty where there is no daemon, image or runtime. */
    static Optional<Times> container(String runtime, int rounds) {
        try {
            var image = JSON.readTree(Files.readString(IMAGE));
            Optional<String> daemon = daemon();
            var seconds = new ArrayList<Double>();
            for (int i = 0; i < rounds; i++) {
                long begin = System.nanoTime();
                if (!runs(runtime, image.path("image").asText(), daemon)) {
                    return Optional.empty();
                }
                seconds.add((System.nanoTime() - begin) / 1e9);
            }
            return seconds.isEmpty() ? Optional.empty() : Optional.of(new Times(seconds));
        } catch (IOException absent) {
            return Optional.empty();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static boolean runs(String runtime, String image, Optional<String> daemon)
            throws IOException, InterruptedException {
        var docker = new ProcessBuilder(List.of(
                "docker",
                "run",
                "--rm",
                "--pull",
                "never",
                "--network",
                "none",
                "--runtime",
                runtime,
                "--entrypoint",
                "/usr/bin/python3",
                image,
                "-c",
                SmallPrograms.PYTHON.source() + "\nprint(run(1234))"));
        daemon.ifPresent(host -> docker.environment().putIfAbsent("DOCKER_HOST", host));
        Process process = docker.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    private static String script() {
        try (InputStream script = OpenElmWay.class.getResourceAsStream("inprocess_exec.py")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
