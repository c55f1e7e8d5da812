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
import java.util.OptionalLong;
import java.util.TreeSet;

/**
 * Programs of ours that try what no program may: read a file that everybody may read, see a variable of the kernel's
 * environment, reach a server of this machine, signal their parent (in Python; Java has no way to try), start a process, write a
 * file. One success, and the tier is not offered. A kernel of its own is known by its clock, which began with it. Nothing here
 * looks at versions.
 *
 * <pre>{@code
 * var launch = new Launch(Set.of("python"), false);
 * try (Worker worker = Way.BWRAP.start(launch)) {
 *     Probe.run(worker, Way.BWRAP, launch);
 * } catch (LostWorker refused) {
 *     refused.getMessage();   // such as: bwrap is not installed
 * }
 * }</pre>
 */
public final class Probe {

    private static final Duration DEADLINE = Duration.ofSeconds(60);

    /** Before the nanoseconds of the kernel's clock that is never set. */
    private static final String CLOCK = "clock ";

    private Probe() {}

    /**
     * Tries a worker out, in each of its languages.
     *
     * @throws LostWorker if anything succeeded, or the programs did not run; the worker has been killed
     * @throws InterruptedException if interrupted; the worker has been killed
     */
    public static void run(Worker worker, Way way, Launch launch) throws LostWorker, InterruptedException {
        requireNonNull(worker, "worker");
        boolean isolates = false;
        try {
            attempt(worker, way, launch);
            isolates = true;
        } catch (IOException fault) {
            throw new LostWorker(Why.START, "the probe could not be prepared or cleared away: " + Room.words(fault));
        } finally {
            if (!isolates) {
                worker.close();
            }
        }
    }

    private static void attempt(Worker worker, Way way, Launch launch)
            throws IOException, LostWorker, InterruptedException {
        try (Bait bait = Bait.lay()) {
            for (String language : new TreeSet<>(launch.languages())) {
                long before = System.nanoTime();
                JsonNode value = value(worker.call(request(language, bait), DEADLINE), language);
                refuse(value, way.hasOwnKernel(), before);
            }
            String taken = bait.taken();
            if (!taken.isEmpty()) {
                throw new LostWorker(Why.START, "a program " + taken);
            }
        }
    }

    private static JsonNode value(JsonNode answer, String language) throws LostWorker {
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
        return outcome.path("value");
    }

    /** What could be done, or told of the kernel: its clock is ours exactly if the kernel is. */
    private static void refuse(JsonNode value, boolean ownKernel, long before) throws LostWorker {
        OptionalLong clock = OptionalLong.empty();
        for (JsonNode each : value) {
            if (!each.asText().startsWith(CLOCK)) {
                throw new LostWorker(Why.START, "a program could " + each.asText());
            }
            clock = OptionalLong.of(clock(each.asText()));
        }
        if (ownKernel && !isElsewhere(clock, before)) {
            throw new LostWorker(Why.START, "lacks a kernel of its own");
        }
    }

    private static boolean isElsewhere(OptionalLong clock, long before) {
        return clock.isPresent() && (clock.getAsLong() < before || System.nanoTime() < clock.getAsLong());
    }

    private static long clock(String text) throws LostWorker {
        try {
            return Long.parseLong(text.substring(CLOCK.length()));
        } catch (NumberFormatException none) {
            throw new LostWorker(Why.WRONG_BYTES, "the probe's clock is no number");
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
