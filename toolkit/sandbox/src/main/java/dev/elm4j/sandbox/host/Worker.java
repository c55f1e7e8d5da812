package dev.elm4j.sandbox.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elm4j.sandbox.host.LostWorker.Why;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A running supervisor, asked one thing at a time. Whatever is not the answer to what was asked, in time, kills it.
 *
 * <p>One thread calls at a time; any thread may close.
 * <pre>{@code
 * try (Worker worker = Way.SEPARATED.start(new Launch(Set.of("python"), false))) {
 *     worker.hello().path("python").asText();   // such as: 3.11.2
 * } catch (LostWorker refused) {
 *     refused.why().toString();                 // "START"
 * }
 * }</pre>
 */
public final class Worker implements AutoCloseable {

    /** So long a call is not worth a look at the clock; the time before the look does not count, which only a share minds. */
    private static final Duration SHORT = Duration.ofMillis(50);

    private static final SecureRandom IDS = new SecureRandom();

    private final Peer peer;
    private final ExecutorService thread;
    private ObjectNode hello;
    private HostClock clock = HostClock.NONE;
    private double share = 1;

    private Worker(Peer peer, String name) {
        this.peer = peer;
        this.thread = Executors.newSingleThreadExecutor(work -> DaemonThreads.of(name, work));
    }

    /**
     * Waits for the hello of a supervisor that was just started.
     *
     * @throws LostWorker if none comes in time; the peer has been killed
     */
    static Worker greet(Peer peer, String name, Duration deadline) throws LostWorker, InterruptedException {
        var worker = new Worker(peer, name);
        try {
            ObjectNode hello = worker.inTime(() -> Frames.read(peer.answers()), deadline);
            if (hello.path("hello").asInt() != 1) {
                throw new LostWorker(Why.WRONG_BYTES, "its first frame is no hello");
            }
            worker.hello = hello;
            return worker;
        } finally {
            if (worker.hello == null) {
                worker.close();
            }
        }
    }

    /** From now on its programs' waiting is told apart by this one. */
    void clock(HostClock other) {
        clock = other;
    }

    /**
     * Of the time that the last answer calls CPU time, the part in (0, 1] that a program really had a processor: gVisor counts
     * waiting for one too, and on a loaded machine that is most of it. 1 where the clock inside is right, or cannot be
     * checked, and for programs so short that nobody cares.
     */
    public double share() {
        return share;
    }

    /** What the supervisor said of itself when it was ready. */
    public JsonNode hello() {
        return hello;
    }

    /**
     * Sends a request and waits for its answer. If there is none, the worker has been killed.
     *
     * @param request gets an id of its own
     * @param deadline for all of it
     * @throws LostWorker if no answer came in time, or another one
     * @throws InterruptedException if the waiting thread is interrupted; the worker has been killed too
     * @throws IllegalArgumentException if the request is larger than a frame; nothing was sent
     */
    public JsonNode call(ObjectNode request, Duration deadline) throws LostWorker, InterruptedException {
        String id = newId();
        byte[] frame = Frames.frame(request.put("id", id));
        boolean answered = false;
        clock.stop();
        try {
            ObjectNode answer = inTime(() -> exchange(frame), deadline);
            if (!id.equals(answer.path("id").asText())) {
                throw new LostWorker(Why.WRONG_BYTES, "an answer came to another request than the one that was sent");
            }
            share = clock.share(Duration.ofNanos((long) (1e6 * cpuMs(answer))));
            answered = true;
            return answer;
        } finally {
            if (!answered) {
                close();
            }
        }
    }

    /** What a compiler used that was ended is not told. */
    private static double cpuMs(ObjectNode answer) {
        return answer.path("status").asText().equals("COMPILE_LIMIT")
                ? Double.MAX_VALUE
                : answer.path("timings").path("cpuMs").asDouble();
    }

    private ObjectNode exchange(byte[] frame) throws IOException {
        Frames.write(peer.requests(), frame);
        return Frames.read(peer.answers());
    }

    private ObjectNode inTime(Callable<ObjectNode> work, Duration deadline) throws LostWorker, InterruptedException {
        try {
            Future<ObjectNode> answer = thread.submit(work);
            try {
                return answer.get(Math.min(SHORT.toMillis(), deadline.toMillis()), TimeUnit.MILLISECONDS);
            } catch (TimeoutException longer) {
                clock.begin(); // it takes as long as a small program, which therefore goes without
                return answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (TimeoutException late) {
            throw new LostWorker(Why.DEADLINE, "no answer within " + deadline.toMillis() + " ms");
        } catch (RejectedExecutionException | CancellationException closed) {
            throw new LostWorker(Why.ENDED, "it was stopped");
        } catch (ExecutionException fault) {
            Throwable cause = fault.getCause();
            if (cause instanceof Frames.WrongBytes wrong) {
                throw new LostWorker(Why.WRONG_BYTES, wrong.getMessage());
            }
            if (cause instanceof Error ours) {
                throw ours; // such as too little memory here: no fault of the worker's, nor of a program's
            }
            throw new LostWorker(Why.ENDED, ended(cause));
        }
    }

    private String ended(Throwable cause) {
        peer.kill(); // else its last words may still be on their way
        String words = peer.lastWords().strip();
        String last = words.substring(words.lastIndexOf('\n') + 1).strip();
        return last.isEmpty() ? "it ended (" + cause.getClass().getSimpleName() + ")" : "it ended: " + last;
    }

    private static String newId() {
        byte[] bytes = new byte[16];
        IDS.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Ends the supervisor and all that it started; returns when that is done. */
    @Override
    public void close() {
        peer.kill();
        thread.shutdownNow();
    }
}
