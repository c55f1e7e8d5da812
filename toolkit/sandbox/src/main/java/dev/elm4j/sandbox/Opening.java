package dev.elm4j.sandbox;

import dev.elm4j.sandbox.host.Launch;
import dev.elm4j.sandbox.host.LostWorker;
import dev.elm4j.sandbox.host.LostWorker.Why;
import dev.elm4j.sandbox.host.Probe;
import dev.elm4j.sandbox.host.Sweep;
import dev.elm4j.sandbox.host.Way;
import dev.elm4j.sandbox.host.Worker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the strongest tier that isolates here, by trying it. */
final class Opening {

    private static final Memory MEMORY = new Memory();

    private final SandboxSettings settings;
    private final Memory memory;
    private final Launch launch;
    private final Map<Tier, String> refusals = new LinkedHashMap<>();
    private final List<Memory.Question> remembered = new ArrayList<>();

    private Opening(SandboxSettings settings, Memory memory) {
        this.settings = settings;
        this.memory = memory;
        this.launch = new Launch(
                settings.languages().stream().map(Language::word).collect(Collectors.toSet()), settings.numpy());
    }

    /**
     * Opens a sandbox.
     *
     * @throws IllegalStateException if no tier within the settings isolates here
     */
    static Sandbox open(SandboxSettings settings) {
        return open(settings, MEMORY);
    }

    /** The same with something else remembered. */
    static Sandbox open(SandboxSettings settings, Memory memory) {
        try {
            Sweep.files();
            return new Opening(settings, memory).strongest();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("opening the sandbox was interrupted; nothing of it runs");
        }
    }

    /** Nobody is refused by memory alone: what was lacking may be there by now. */
    private Sandbox strongest() throws InterruptedException {
        Optional<Sandbox> found = offered();
        if (found.isEmpty() && !remembered.isEmpty()) {
            remembered.forEach(memory::forget);
            refusals.clear();
            found = offered();
        }
        return found.orElseThrow(() -> new IllegalStateException(Advice.of(settings, refusals)));
    }

    private Optional<Sandbox> offered() throws InterruptedException {
        for (Tier tier : Tier.values()) {
            if (settings.strongest().isAtLeast(tier) && tier.isAtLeast(settings.weakest())) {
                try {
                    return Optional.of(sandbox(tier, first(tier)));
                } catch (LostWorker refused) {
                    refusals.put(tier, refused.getMessage());
                }
            }
        }
        return Optional.empty();
    }

    private Sandbox sandbox(Tier tier, Worker first) throws LostWorker {
        Way way = Ways.of(tier);
        boolean opened = false;
        try {
            int room = 1 + way.room(settings.slots() - 1);
            if (room < settings.slots()) {
                throw new IllegalStateException(Advice.room(tier, settings.slots(), room));
            }
            var choice = new Choice(tier, refusals, way.grace());
            Sandbox sandbox = SlotSandbox.open(choice, settings.slots(), () -> way.start(launch), first);
            opened = true;
            return sandbox;
        } finally {
            if (!opened) {
                first.close();
            }
        }
    }

    /** A worker of a tier that isolates. */
    private Worker first(Tier tier) throws LostWorker, InterruptedException {
        var question = new Memory.Question(tier, launch);
        Optional<String> known = memory.refusal(question);
        if (known.isPresent()) {
            remembered.add(question);
            throw new LostWorker(Why.START, known.get());
        }
        long start = System.nanoTime();
        try {
            Worker worker = Ways.of(tier).start(launch);
            if (!memory.isolates(question)) {
                Probe.run(worker, Ways.of(tier), launch);
                memory.isolated(question);
            }
            return worker;
        } catch (LostWorker refused) {
            memory.refused(question, refused, Duration.ofNanos(System.nanoTime() - start));
            throw refused;
        }
    }
}
