package dev.elm4j.sandbox.host;

import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.Ulimit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a container is started with. Root without capabilities but four: the supervisor needs them to give each program a user
 * id of its own, which keeps programs out of it better than a container of nobody's.
 *
 * @param runtime of Docker
 * @param image its id, not its tag
 * @param command of the supervisor
 * @param owner whose it is
 */
record Container(String runtime, String image, List<String> command, Owner owner) {

    /** The label that says whose it is. */
    static final String OWNER = "dev.elm4j.owner";

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final long MEMORY = 2L << 30;
    private static final long NANO_CPUS = 2_000_000_000L;

    /** gVisor counts its own threads in; where its limit is met, the container dies. */
    private static final long PIDS = 1_024;

    String name() {
        return "elm4j-sandbox-" + owner.name() + "-" + NUMBER.incrementAndGet();
    }

    Map<String, String> labels() {
        return Map.of(OWNER, owner.label());
    }

    HostConfig settings() {
        return HostConfig.newHostConfig()
                .withRuntime(runtime)
                .withAutoRemove(true)
                .withInit(false)
                .withReadonlyRootfs(true)
                .withNetworkMode("none")
                .withIpcMode("none")
                .withCapDrop(Capability.ALL)
                .withCapAdd(Capability.SETUID, Capability.SETGID, Capability.KILL, Capability.CHOWN)
                .withSecurityOpts(List.of("no-new-privileges"))
                .withPidsLimit(PIDS)
                .withMemory(MEMORY)
                .withMemorySwap(MEMORY)
                .withNanoCPUs(NANO_CPUS)
                .withUlimits(new Ulimit[] {new Ulimit("core", 0L, 0L), new Ulimit("nofile", 1_024L, 1_024L)})
                .withLogConfig(new LogConfig(LogConfig.LoggingType.NONE));
    }
}
