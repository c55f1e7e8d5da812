package dev.elm4j.sandbox.host;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A daemon, asked with deadlines. One for each container, so that closing it leaves no connection and no thread. */
final class Docker {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int CONNECTIONS = 8;
    private static final int LATE_LOOKS = 10;
    private static final int LATE_MS = 200;

    private final String address;
    private final DockerClient client;

    Docker(String address) {
        this.address = address;
        var http = new ZerodepDockerHttpClient.Builder()
                .dockerHost(URI.create(address))
                .maxConnections(CONNECTIONS)
                .build();
        var config = DefaultDockerClientConfig.createDefaultConfigBuilder()
                .withDockerHost(address)
                .withDockerTlsVerify(false)
                .build();
        this.client = DockerClientImpl.getInstance(config, http);
    }

    DockerClient client() {
        return client;
    }

    /** A call with the usual deadline. */
    <T> T call(String what, Callable<T> call) throws IOException, InterruptedException {
        return Deadlines.call(what + ", Docker at " + address, PATIENCE, call);
    }

    /** The id of an image; empty if there is none of that name. */
    String imageId(String name) throws IOException, InterruptedException {
        return call("looking for its image", () -> {
            try {
                return client.inspectImageCmd(name).exec().getId();
            } catch (NotFoundException absent) {
                return "";
            }
        });
    }

    /**
     * The first process of a container, as it is seen here; 0 if it is not: the daemon may live among other process numbers,
     * and then the one of that number is somebody else's.
     */
    long process(String container) throws IOException, InterruptedException {
        return call("looking for its process", () -> {
            try {
                InspectContainerResponse facts =
                        client.inspectContainerCmd(container).exec();
                long process = facts.getState().getPidLong();
                String command = Files.readString(Path.of("/proc", Long.toString(process), "cmdline"));
                return command.contains(facts.getId()) ? process : 0L;
            } catch (NotFoundException | IOException gone) {
                return 0L;
            }
        });
    }

    /** Removes containers whose owner is dead. */
    void sweep() throws IOException, InterruptedException {
        for (String orphan : orphans()) {
            remove(orphan);
        }
    }

    private List<String> orphans() throws IOException, InterruptedException {
        return call(
                "asking for containers",
                () ->
                        client
                                .listContainersCmd()
                                .withShowAll(true)
                                .withLabelFilter(List.of(Container.OWNER))
                                .exec()
                                .stream()
                                .filter(container -> isOrphan(container.getLabels()))
                                .map(container -> container.getId())
                                .toList());
    }

    private static boolean isOrphan(Map<String, String> labels) {
        return Owner.parse(labels.getOrDefault(Container.OWNER, ""))
                .filter(Owner::isDead)
                .isPresent();
    }

    /** Kills and removes a container, also on an interrupted thread; returns when it is gone. */
    void remove(String container) {
        Deadlines.surely("removing a container", PATIENCE, () -> {
            try {
                client.removeContainerCmd(container)
                        .withForce(true)
                        .withRemoveVolumes(true)
                        .exec();
            } catch (RuntimeException removing) {
                // it is gone, or somebody removes it already: the next look says which
            }
            while (exists(container)) {
                LockSupport.parkNanos(5_000_000);
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
            return null;
        });
    }

    /**
     * Removes a container that may only come to be: the daemon goes on with a call whose caller is gone. Looks for it a few
     * times; what comes later still is the next sweep's.
     */
    void removeLate(String name) {
        Deadlines.surely("removing a container", PATIENCE, () -> {
            for (int i = 0; i < LATE_LOOKS; i++) {
                if (exists(name)) {
                    remove(name);
                    return null;
                }
                TimeUnit.MILLISECONDS.sleep(LATE_MS);
            }
            return null;
        });
    }

    private boolean exists(String container) {
        try {
            client.inspectContainerCmd(container).exec();
            return true;
        } catch (NotFoundException gone) {
            return false;
        }
    }

    void close() {
        Deadlines.surely("closing the connection", PATIENCE, () -> {
            client.close();
            return null;
        });
    }
}
