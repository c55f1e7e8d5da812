package dev.elm4j.sandbox.host;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elm4j.sandbox.host.LostWorker.Why;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.TreeSet;

/**
 * Programs of ours that try what no program may: read a file that everybody may read, see a variable of the kernel's
 * environment, reach a server of this machine, signal their parent, start a process, write a file. One success, and the tier
 * is not offered. Nothing here looks at versions.
 *
 * <pre>{@code
 * var launch = new Launch(Set.of("python"), false);
 * try (Worker worker = Way.BWRAP.start(launch)) {
 *     Probe.run(worker, launch);
 * } catch (LostWorker refused) {
 *     refused.getMessage();   // such as: bwrap is not installed
 * }
 * }</pre>
 */
public final class Probe {

    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private Probe() {}

    /**
     * Tries a worker out, in each of its languages.
     *
     * @throws LostWorker if anything succeeded, or the programs did not run; the worker has been killed
     * @throws InterruptedException if interrupted; the worker has been killed
     */
    public static void run(Worker worker, Launch launch) throws LostWorker, InterruptedException {
        requireNonNull(worker, "worker");
        boolean isolates = false;
        try (Bait bait = Bait.lay()) {
            for (String language : new TreeSet<>(launch.languages())) {
                check(worker.call(request(language, bait), DEADLINE), language);
            }
            String taken = bait.taken();
            if (!taken.isEmpty()) {
                throw new LostWorker(Why.START, "a program " + taken);
            }
            isolates = true;
        } catch (IOException fault) {
            throw new LostWorker(Why.START, "the probe could not be prepared: " + fault.getMessage());
        } finally {
            if (!isolates) {
                worker.close();
            }
        }
    }

    private static void check(JsonNode answer, String language) throws LostWorker {
        JsonNode outcome = answer.path("outcomes").path(0);
        if (!outcome.path("status").asText().equals("VALID")
                || !outcome.path("value").isArray()) {
            throw new LostWorker(
                    Why.START,
                    "the %s probe did not run: %s %s"
                            .formatted(
                                    language,
                                    answer.path("status").asText(),
                                    answer.path("detail").asText()));
        }
        if (!outcome.path("value").isEmpty()) {
            throw new LostWorker(
                    Why.START,
                    "a program could " + outcome.path("value").path(0).asText());
        }
    }

    private static ObjectNode request(String language, Bait bait) throws IOException {
        ObjectNode request = JsonNodeFactory.instance
                .objectNode()
                .put("op", "run")
                .put("language", language)
                .put("source", source(language.equals("java") ? "probe.java.txt" : "probe.py.txt"))
                .put("entry", "run")
                .put("seed", 0)
                .put("guard", "off");
        request.putArray("inputs").add(bait.arguments());
        request.putObject("limits")
                .put("cpuMs", 10_000)
                .put("wallMs", 30_000)
                .put("compileMs", 20_000)
                .put("memoryMb", 256)
                .put("outputBytes", 4_096)
                .put("resultBytes", 65_536)
                .put("threads", 16);
        return request;
    }

    private static String source(String name) throws IOException {
        try (InputStream stream = Probe.class.getResourceAsStream(name)) {
            return new String(requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
