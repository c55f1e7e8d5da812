package dev.elm4j.sandbox.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the host puts on the disk, and what it takes away. */
class HostFilesTest {

    @TempDir
    Path folder;

    @Test
    void workerFilesAreExtractedWholeAndReadableByAll() throws Exception {
        WorkerFiles files = WorkerFiles.load();
        assertThat(files.contents()).containsKeys("supervisor.py", "Runner.class", "Compiler.class");
        Path place = files.extract(new Home(folder.resolve("sandbox")));
        assertThat(OwnFolder.isOpen(place)).isTrue();
        assertThat(place.resolve("supervisor.py"))
                .hasBinaryContent(files.contents().get("supervisor.py"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place.resolve("worker.jar"))))
                .isEqualTo("rw-r--r--");
        try (var loader = new URLClassLoader(
                new URL[] {place.resolve("worker.jar").toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            Class<?> runner = loader.loadClass("dev.elm4j.sandbox.worker.Runner");
            assertThat(runner.getDeclaredMethod("main", String[].class)).isNotNull();
        }
    }

    @Test
    void aFileThatWasChangedIsWrittenAgain() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        WorkerFiles files = WorkerFiles.load();
        Path place = files.extract(new Home(folder.resolve("sandbox")));
        Path supervisor = place.resolve("supervisor.py");
        Files.writeString(supervisor, "print('changed')");
        assertThat(files.extract(new Home(folder.resolve("sandbox")))).isEqualTo(place);
        assertThat(supervisor).hasBinaryContent(files.contents().get("supervisor.py"));
        try (var left = Files.list(place)) {
            assertThat(left).noneMatch(file -> file.toString().endsWith(".new"));
        }
    }

    @Test
    void foldersOfOtherVersionsGoADayLaterUnlessSomebodyUsesThem() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Owner me = Owner.current();
        Place here = me.place();
        var dead = new Owner(me.pid(), me.start() + 1, here);
        var elsewhere = new Owner(1, 1, new Place("abc", here.boot(), here.space(), here.uid()));
        Path parent = OwnFolder.make(folder.resolve("sandbox"));
        Path used = old(parent, "worker-00000000000a", me, 60);
        Path usedElsewhere = old(parent, "worker-00000000000b", elsewhere, 29);
        Path usedElsewhereOnce = old(parent, "worker-00000000000c", elsewhere, 31);
        Path unused = old(parent, "worker-00000000000d", dead, 0);
        Path recent = Files.createDirectory(parent.resolve("worker-00000000000e"));
        Path other = old(parent, "worker-other", dead, 0);
        Path place = WorkerFiles.load().extract(new Home(parent));
        assertThat(List.of(used, usedElsewhere, recent, other, place)).allMatch(Files::exists);
        assertThat(List.of(unused, usedElsewhereOnce)).allMatch(Files::notExists);
        try (var left = Files.list(parent)) {
            assertThat(left.filter(Files::isRegularFile)).hasSize(4); // three uses, and that of no folder of ours
        }
    }

    /** A folder that was changed two days ago, and a use of it that was renewed so many days ago. */
    private static Path old(Path parent, String name, Owner user, int days) throws IOException {
        Path use = Files.createFile(parent.resolve(name + "-" + user.name()));
        Files.setLastModifiedTime(use, FileTime.from(Instant.now().minus(Duration.ofDays(days))));
        Path old = Files.createDirectory(parent.resolve(name));
        Files.writeString(old.resolve("supervisor.py"), "");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        return old;
    }

    @Test
    void aRootIsTakenForWholeOnlyIfItHoldsWhatItSays() throws Exception {
        WorkerFiles files = WorkerFiles.load();
        Path inside = Files.createDirectories(folder.resolve("rootfs/elm4j"));
        assertThat(Bundle.holds(folder.resolve("rootfs"), files)).isFalse();
        for (var entry : files.contents().entrySet()) {
            if (entry.getKey().endsWith(".py")) {
                Files.write(inside.resolve(entry.getKey()), entry.getValue());
            }
        }
        Files.writeString(inside.resolve("digest"), files.digest() + "\n");
        assertThat(Bundle.holds(folder.resolve("rootfs"), files)).isTrue();
        Files.writeString(inside.resolve("supervisor.py"), "print('changed')");
        assertThat(Bundle.holds(folder.resolve("rootfs"), files)).isFalse();
    }

    @Test
    void theDigestCountsNamesLengthsAndBytes() {
        var contents = new TreeMap<>(Map.of("a.py", new byte[] {1}, "B.class", new byte[] {}));
        assertThat(new WorkerFiles(contents).digest())
                .isEqualTo("57c1b9c8b0f276c77a6ed8ee263b289727abd6021db74f95e9c4acf89b7d4702");
        assertThat(new WorkerFiles(contents).imageTag()).isEqualTo("elm4j-sandbox:57c1b9c8b0f2");
    }

    @Test
    void whatSomebodyPutBesideTheWorkerFilesIsRemoved() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        var home = new Home(folder.resolve("sandbox"));
        Path place = WorkerFiles.load().extract(home);
        Path compiled = Files.createDirectory(place.resolve("__pycache__")).resolve("frames.cpython-311.pyc");
        Files.writeString(compiled, "planted");
        Files.writeString(place.resolve("json.py"), "planted");
        Files.writeString(place.resolve("runner.jsa"), "planted");
        WorkerFiles.load().extract(home);
        for (String planted : List.of("__pycache__", "json.py", "runner.jsa")) {
            assertThat(place.resolve(planted)).doesNotExist();
        }
        assertThat(place.resolve("frames.py")).exists();
    }

    @Test
    void aFolderIsThisUsersOwnAndNoLink() throws Exception {
        Path open = Files.createDirectory(folder.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(OwnFolder.make(open))))
                .isEqualTo("rwxr-xr-x");
        Path link = Files.createSymbolicLink(folder.resolve("link"), Files.createDirectory(folder.resolve("real")));
        assertThatIOException().isThrownBy(() -> OwnFolder.make(link)).withMessageContaining("somebody else made it");
    }

    @Test
    void aHomeThatOthersCannotPassThroughIsNotUsedForWhatProgramsRead() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        assertThat(OwnFolder.of(new Home(folder.resolve("sandbox")))).isEqualTo(OwnFolder.shared());
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(OwnFolder.of(new Home(folder.resolve("sandbox")))).isEqualTo(folder.resolve("sandbox"));
    }

    @Test
    void theHomeIsWhereTheSetUpPutsIt() throws IOException {
        assertThat(Home.of(Map.of(), Path.of("/home/me")).folder()).isEqualTo(Path.of("/home/me/.elm4j/sandbox"));
        assertThat(Home.of(Map.of("ELM4J_HOME", "/opt/elm4j"), Path.of("/home/me"))
                        .root())
                .isEqualTo(Path.of("/opt/elm4j/sandbox/rootfs"));
    }

    @Test
    void imageFactsThatAreMissingAreEmpty() throws IOException {
        var home = new Home(folder);
        assertThat(ImageFacts.of(home)).isEqualTo(new ImageFacts("", "", "", ""));
        Files.writeString(home.imageFacts(), "{\"image\": \"a:b\", \"id\": null}");
        assertThat(ImageFacts.of(home)).isEqualTo(new ImageFacts("a:b", "", "", ""));
    }
}
