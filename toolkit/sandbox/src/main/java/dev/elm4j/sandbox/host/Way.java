package dev.elm4j.sandbox.host;

import com.fasterxml.jackson.databind.JsonNode;
import dev.elm4j.sandbox.host.LostWorker.Why;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;

/**
 * A way of starting supervisors on this machine; which of them really isolates is for {@link Probe} to find out.
 *
 * <pre>{@code
 * Way.RUNSC.word();   // "gVisor"
 * }</pre>
 */
public enum Way {
    /** Docker with gVisor's runtime. */
    DOCKER_RUNSC("docker with gVisor", true, new DockerTransport("runsc")),
    /** gVisor by itself, from a bundle. */
    RUNSC("gVisor", true, new RunscTransport()),
    /** Docker with its usual runtime. */
    DOCKER_RUNC("docker", false, new DockerTransport("runc")),
    /** Bubblewrap. */
    BWRAP("bubblewrap", false, new BwrapTransport()),
    /** A process, as root. */
    SEPARATED("process with user ids", false, new ProcessTransport(true)),
    /** A process, as a plain user. */
    PLAIN("process", false, new ProcessTransport(false));

    private static final Duration START = Duration.ofSeconds(60);

    private final String word;
    private final boolean gvisor;
    private final Transport transport;

    Way(String word, boolean gvisor, Transport transport) {
        this.word = word;
        this.gvisor = gvisor;
        this.transport = transport;
    }

    /** Its name in sentences. */
    public String word() {
        return word;
    }

    /**
     * How much longer than program and compiler may take the host waits for the answer, before it gives the worker up: the
     * 20 s that a supervisor gives all processes of a request to start, and what it takes to end them on a loaded machine. Only a supervisor that hangs meets it; were it
     * shorter, a loaded machine would change verdicts.
     */
    public Duration grace() {
        return Duration.ofSeconds(gvisor ? 40 : 30);
    }

    /** Whether programs meet a kernel of its own, not that of this machine. */
    boolean hasOwnKernel() {
        return gvisor;
    }

    /**
     * For how many more supervisors there are user ids now, of those wanted.
     *
     * @throws LostWorker if that cannot be found out
     */
    public int room(int wanted) throws LostWorker {
        try {
            return transport.room(wanted);
        } catch (IOException fault) {
            throw new LostWorker(Why.START, Room.words(fault));
        }
    }

    /**
     * Starts a supervisor and waits until it is ready, for a minute at most.
     *
     * @throws LostWorker if it does not start, or lacks a part; the message says why, in few words
     * @throws InterruptedException if interrupted; nothing of it is left
     */
    public Worker start(Launch launch) throws LostWorker, InterruptedException {
        if (!System.getProperty("os.name").equals("Linux")) {
            throw new LostWorker(Why.START, "needs Linux");
        }
        Peer peer;
        try {
            peer = transport.open(launch);
        } catch (IOException fault) {
            throw new LostWorker(Why.START, Room.words(fault));
        }
        Worker worker = Worker.greet(peer, "slot", START);
        if (gvisor) {
            worker.clock(new HostClock(peer.process()));
        }
        String lacking = lacking(worker.hello(), launch);
        if (!lacking.isEmpty()) {
            worker.close();
            throw new LostWorker(Why.START, lacking);
        }
        return worker;
    }

    /** What a supervisor lacks for this way; empty if nothing. */
    private String lacking(JsonNode hello, Launch launch) {
        var lacking = new ArrayList<String>();
        hello.path("missing").forEach(part -> lacking.add(part.asText()));
        if (launch.java() && !hello.path("java").isTextual()) {
            lacking.add("Java");
        }
        if (launch.numpy() && !hello.path("numpy").isTextual()) {
            lacking.add("numpy");
        }
        if (this != PLAIN && this != BWRAP && !hello.path("separated").asBoolean()) {
            lacking.add("a user id per program");
        }
        return lacking.isEmpty() ? "" : "lacks " + String.join(", ", lacking);
    }
}
