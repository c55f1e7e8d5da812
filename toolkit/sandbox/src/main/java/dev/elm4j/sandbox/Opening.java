package dev.elm4j.sandbox;

import dev.elm4j.sandbox.host.Launch;
import dev.elm4j.sandbox.host.LostWorker;
import dev.elm4j.sandbox.host.LostWorker.Why;
import dev.elm4j.sandbox.host.Probe;
import dev.elm4j.sandbox.host.Sweep;
import dev.elm4j.sandbox.host.Way;
import dev.elm4j.sandbox.host.Worker;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Finds the strongest tier that isolates here, by trying it. */
final class Opening {

    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    private static final long WORTH_REMEMBERING = Duration.ofSeconds(1).toNanos();

    /** What was found a while ago: an empty reason for a tier that isolates. */
    private record Finding(String refusal, long at) {
        boolean isFresh() {
            return System.nanoTime() - at < REMEMBERED.toNanos();
        }
    }

    private record Question(Tier tier, Launch launch) {}

    private static final Map<Question, Finding> FOUND = new ConcurrentHashMap<>();

    private final SandboxSettings settings;
    private final Launch launch;
    private final Map<Tier, String> refusals = new LinkedHashMap<>();

    private Opening(SandboxSettings settings) {
        this.settings = settings;
        this.launch = new Launch(
                settings.languages().stream().map(Language::word).collect(Collectors.toSet()), settings.numpy());
    }

    /**
     * Opens a sandbox.
     *
     * @throws IllegalStateException if no tier within the settings isolates here
     */
    static Sandbox open(SandboxSettings settings) {
        try {
            Sweep.files();
            return new Opening(settings).strongest();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("opening the sandbox was interrupted; nothing of it runs");
        }
    }

    private Sandbox strongest() throws InterruptedException {
        for (Tier tier : Tier.values()) {
            if (settings.strongest().isAtLeast(tier) && tier.isAtLeast(settings.weakest())) {
                try {
                    Worker first = first(tier);
                    Way way = Ways.of(tier);
                    return SlotSandbox.open(
                            new Choice(tier, refusals, way.grace()), settings.slots(), () -> way.start(launch), first);
                } catch (LostWorker refused) {
                    refusals.put(tier, refused.getMessage());
                }
            }
        }
        throw new IllegalStateException(Advice.of(settings, refusals));
    }

    /** A worker of a tier that isolates. */
    private Worker first(Tier tier) throws LostWorker, InterruptedException {
        var question = new Question(tier, launch);
        Finding found = FOUND.get(question);
        boolean known = found != null && found.isFresh();
        if (known && !found.refusal().isEmpty()) {
            throw new LostWorker(Why.START, found.refusal());
        }
        long start = System.nanoTime();
        try {
            Worker worker = Ways.of(tier).start(launch);
            if (!known) {
                Probe.run(worker, launch);
                FOUND.put(question, new Finding("", System.nanoTime()));
            }
            return worker;
        } catch (LostWorker refused) {
            FOUND.clear(); // what was true of this machine may be so no more
            if (System.nanoTime() - start > WORTH_REMEMBERING) {
                FOUND.put(question, new Finding(refused.getMessage(), System.nanoTime()));
            }
            throw refused;
        }
    }
}
