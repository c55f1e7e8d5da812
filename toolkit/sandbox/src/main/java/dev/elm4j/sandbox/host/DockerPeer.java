package dev.elm4j.sandbox.host;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A supervisor as process 1 of a container, on its attached streams. With {@code StdInOnce} Docker closes its stdin when our
 * end is gone, killed or not, so that it ends with this process.
 */
final class DockerPeer implements Peer {

    private static final int ATTACH_SECONDS = 15;

    private final Docker docker;
    private final String container;
    private final Chunks requests = new Chunks();
    private final Chunks answers = new Chunks();
    private final LastWords words = new LastWords();
    private final Attached attached = new Attached();
    private long process;
    private boolean killed;

    private DockerPeer(Docker docker, String container) {
        this.docker = docker;
        this.container = container;
    }

    static DockerPeer start(Docker docker, Container container) throws IOException, InterruptedException {
        String name = container.name();
        create(docker, container, name);
        var peer = new DockerPeer(docker, name);
        boolean started = false;
        try {
            peer.attach();
            docker.call(
                    "starting a container",
                    () -> docker.client().startContainerCmd(name).exec());
            peer.process = docker.process(name);
            started = true;
            return peer;
        } finally {
            if (!started) {
                peer.kill();
            }
        }
    }

    /** Removes what comes to be all the same where the call fails, is late or is interrupted. */
    private static void create(Docker docker, Container container, String name)
            throws IOException, InterruptedException {
        boolean created = false;
        try {
            docker.call("creating a container", () -> create(docker.client(), container, name));
            created = true;
        } finally {
            if (!created) {
                docker.removeLate(name);
            }
        }
    }

    private static String create(DockerClient client, Container container, String name) {
        return client.createContainerCmd(container.image())
                .withName(name)
                .withHostConfig(container.settings())
                .withUser("0:0")
                .withWorkingDir("/")
                .withEntrypoint(container.command())
                .withLabels(container.labels())
                .withStdinOpen(true)
                .withStdInOnce(true)
                .withTty(false)
                .withStopSignal(
                        "SIGKILL") // as process 1 the supervisor ignores others, and a daemon would wait 10 s for it
                .withAttachStdin(true)
                .withAttachStdout(true)
                .withAttachStderr(true)
                .exec()
                .getId();
    }

    /** Before the start: what it says first would be lost otherwise. */
    private void attach() throws IOException, InterruptedException {
        docker.call("attaching to a container", () -> {
            docker.client()
                    .attachContainerCmd(container)
                    .withStdIn(requests.out)
                    .withStdOut(true)
                    .withStdErr(true)
                    .withFollowStream(true)
                    .exec(attached);
            if (!attached.started.await(ATTACH_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("attaching to a container took longer than " + ATTACH_SECONDS + " s");
            }
            return null;
        });
    }

    @Override
    public InputStream answers() {
        return answers.out;
    }

    @Override
    public OutputStream requests() {
        return requests.in;
    }

    @Override
    public String lastWords() {
        return words.toString();
    }

    @Override
    public long process() {
        return process;
    }

    /** Whoever comes second waits until it is gone. */
    @Override
    public synchronized void kill() {
        if (!killed) {
            killed = true;
            docker.remove(container);
            attached.close();
            requests.end();
            answers.end();
        }
    }

    /** Takes what comes; each frame is a piece that Docker cut, in a buffer that it uses again. */
    private final class Attached implements ResultCallback<Frame> {
        private final CountDownLatch started = new CountDownLatch(1);
        private volatile Closeable stream;

        @Override
        public void onStart(Closeable connection) {
            stream = connection;
            started.countDown();
        }

        @Override
        public void onNext(Frame frame) {
            byte[] piece = frame.getPayload().clone();
            if (frame.getStreamType() == StreamType.STDERR) {
                words.add(piece, piece.length);
                return;
            }
            try {
                answers.put(piece);
            } catch (IOException closed) {
                // nobody reads any more
            }
        }

        @Override
        public void onError(Throwable fault) {
            onComplete();
        }

        @Override
        public void onComplete() {
            started.countDown();
            answers.end();
        }

        @Override
        public void close() {
            try {
                if (stream != null) {
                    stream.close();
                }
            } catch (IOException closed) {
                // as wanted
            }
        }
    }
}
