package dev.elm4j.sandbox.host;

import dev.elm4j.sandbox.host.Launch.Inside;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A container of Docker's, under one of its runtimes, from the image that the set-up built. */
final class DockerTransport implements Transport {

    private static final String SOCKET = "/var/run/docker.sock";
    private static final String SCHEME = "unix://";

    private final String runtime;

    DockerTransport(String runtime) {
        this.runtime = runtime;
    }

    @Override
    public Peer open(Launch launch) throws IOException, InterruptedException {
        ImageFacts facts = ImageFacts.of(Home.ofProcess());
        Path socket = socket(facts);
        if (!Files.exists(socket)) {
            throw new IOException("no daemon at " + socket);
        }
        String tag = WorkerFiles.load().imageTag();
        if (!facts.image().equals(tag)) {
            throw new IOException("no image of this version; " + ImageFacts.ADVICE);
        }
        var docker = new Docker(SCHEME + socket);
        return HoldingPeer.start(docker::close, () -> start(docker, facts, launch));
    }

    @Override
    public int room(int wanted) throws IOException {
        return UidBlock.room(false, wanted);
    }

    private Peer start(Docker docker, ImageFacts facts, Launch launch) throws IOException, InterruptedException {
        docker.sweep();
        if (facts.id().isEmpty() || !facts.id().equals(docker.imageId(facts.image()))) {
            throw new IOException(
                    "its image " + facts.image() + " is not the one that was built; " + ImageFacts.ADVICE);
        }
        UidBlock block = UidBlock.takeInside();
        return HoldingPeer.start(
                block::close,
                () -> DockerPeer.start(
                        docker,
                        new Container(
                                runtime, facts.id(), launch.command(Inside.image(block.range())), Owner.current())));
    }

    /** Of the daemon: where the environment says, else where the set-up found it, else the usual place. */
    static Path socket(ImageFacts facts) throws IOException {
        String named = System.getenv().getOrDefault("DOCKER_HOST", "");
        String address = !named.isBlank() ? named : facts.docker().isEmpty() ? SCHEME + SOCKET : facts.docker();
        if (!address.startsWith(SCHEME)) {
            throw new IOException("DOCKER_HOST is no socket of this machine (unix://…)");
        }
        return Path.of(address.substring(SCHEME.length()));
    }
}
