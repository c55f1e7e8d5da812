package dev.elm4j.sandbox;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elm4j.sandbox.host.DaemonThreads;
import dev.elm4j.sandbox.host.Worker;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** A sandbox of some slots in one tier. A tier whose workers stop starting is not replaced by a weaker one: it fails. */
final class SlotSandbox implements Sandbox {

    private static final int CLOSING_SECONDS = 30;

    private final Choice choice;
    private final Slots slots;
    private final int number;
    private final ExecutorService starters = Executors.newCachedThreadPool(work -> DaemonThreads.of("start", work));
    private final ExecutorService submitted;
    private final Thread atExit = DaemonThreads.of("exit", this::stop);

    private SlotSandbox(Choice choice, int number, Slot.Starter starter) {
        this.choice = requireNonNull(choice, "choice");
        this.number = number;
        this.submitted = Executors.newFixedThreadPool(number, work -> DaemonThreads.of("run", work));
        var all = new ArrayList<Slot>();
        for (int i = 0; i < number; i++) {
            all.add(new Slot(starter, starters));
        }
        this.slots = new Slots(all);
    }

    /** Starts all slots in the background, but for the first, whose worker is there. */
    static SlotSandbox open(Choice choice, int number, Slot.Starter starter, Worker first) {
        var sandbox = new SlotSandbox(choice, number, starter);
        Runtime.getRuntime().addShutdownHook(sandbox.atExit);
        sandbox.slots.start(first);
        return sandbox;
    }

    @Override
    public ProgramResult run(ProgramRequest request) throws InterruptedException {
        ObjectNode json = Wire.encode(requireNonNull(request, "request"));
        Slot slot = slots.acquire();
        try {
            return new Appeal(slots, slot, choice, request).run(json);
        } finally {
            slots.release(slot);
        }
    }

    @Override
    public CompletableFuture<ProgramResult> submit(ProgramRequest request) {
        requireNonNull(request, "request");
        slots.checkOpen();
        var result = new CompletableFuture<ProgramResult>();
        Future<?> running = inBackground(() -> {
            try {
                result.complete(run(request));
            } catch (Throwable fault) { // an Error too: else somebody waits for ever
                result.completeExceptionally(fault);
            }
        });
        result.whenComplete((value, fault) -> {
            if (result.isCancelled()) {
                running.cancel(true);
            }
        });
        return result;
    }

    private Future<?> inBackground(Runnable work) {
        try {
            return submitted.submit(work);
        } catch (RejectedExecutionException closing) {
            throw Slots.closed();
        }
    }

    @Override
    public Tier tier() {
        return choice.tier();
    }

    @Override
    public String choice() {
        return choice.line();
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException exiting) {
            // then the hook does the same
        }
        stop();
    }

    private void stop() {
        if (slots.close()) {
            submitted.shutdown(); // what waits there finds the slots closed and says so
            starters.shutdown();
            try {
                starters.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public String toString() {
        return "sandbox: %s, %d slot%s".formatted(choice.tier().words(), number, number == 1 ? "" : "s");
    }
}
