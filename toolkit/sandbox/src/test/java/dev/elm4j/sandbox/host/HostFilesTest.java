package dev.elm4j.sandbox.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
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
        assertThat(place.resolve("supervisor.py")).hasBinaryContent(files.contents().get("supervisor.py"));
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
    void theDigestCountsNamesLengthsAndBytes() {
        var contents = new TreeMap<>(Map.of("a.py", new byte[] {1}, "B.class", new byte[] {}));
        assertThat(new WorkerFiles(contents).digest())
                .isEqualTo("57c1b9c8b0f276c77a6ed8ee263b289727abd6021db74f95e9c4acf89b7d4702");
        assertThat(new WorkerFiles(contents).imageTag()).isEqualTo("elm4j-sandbox:57c1b9c8b0f2");
    }

    @Test
    void aFolderThatOthersMayWriteToIsRefused() throws Exception {
        Path open = Files.createDirectory(folder.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThatIOException().isThrownBy(() -> OwnFolder.make(open)).withMessageContaining("others may write to it");
        Path link = Files.createSymbolicLink(folder.resolve("link"), Files.createDirectory(folder.resolve("real")));
        assertThatIOException().isThrownBy(() -> OwnFolder.make(link)).withMessageContaining("somebody else made it");
    }

    @Test
    void theSweepTakesWhatDeadOwnersLeftAndNothingElse() throws Exception {
        Owner me = Owner.current();
        var dead = new Owner(me.pid(), me.start() + 1, me.host());
        var earlierBoot = new Owner(me.pid(), me.start(), "0badc0de" + me.host().substring(8));
        var elsewhere = new Owner(me.pid(), me.start() + 1, me.host().substring(0, 8) + "abc");
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        var gone = new ArrayList<Path>();
        var kept = new ArrayList<Path>();
        for (Owner owner : List.of(me, dead, earlierBoot, elsewhere)) {
            Path file = Files.writeString(temporary.resolve(Bait.PREFIX + owner.name() + "-1"), "");
            (owner.isDead() ? gone : kept).add(file);
        }
        kept.add(Files.writeString(temporary.resolve(Bait.PREFIX + "somebody-else"), ""));
        Sweep.files();
        assertThat(gone).hasSize(2).allMatch(Files::notExists);
        assertThat(kept).hasSize(3).allMatch(Files::exists);
        for (Path file : kept) {
            Files.delete(file);
        }
    }

    @Test
    void ownersAreReadAsTheyAreWritten() {
        Owner me = Owner.current();
        assertThat(me.isDead()).isFalse();
        assertThat(Owner.parse(me.label())).contains(me);
        assertThat(Owner.parse(me.name())).contains(me);
        for (String none : List.of("", "1:2", "1:2:xyz", "x:1:a", "99999999999999999999:1:a")) {
            assertThat(Owner.parse(none)).isEmpty();
        }
    }

    @Test
    void twoSlotsNeverHaveTheSameUserIds() throws Exception {
        var taken = new ArrayList<UidBlock>();
        try {
            for (int i = 0; i < 4; i++) {
                UidBlock block = UidBlock.take();
                assertThat(taken).noneMatch(other -> other.range().contains(block.range().first()));
                assertThat(UidRange.WHOLE.contains(block.range().first())).isTrue();
                assertThat(UidRange.WHOLE.contains(block.range().last())).isTrue();
                taken.add(block);
            }
        } finally {
            taken.forEach(UidBlock::close);
        }
    }

    @Test
    void theHomeIsWhereTheSetUpPutsIt() throws IOException {
        assertThat(Home.of(Map.of(), Path.of("/home/me")).folder()).isEqualTo(Path.of("/home/me/.elm4j/sandbox"));
        assertThat(Home.of(Map.of("ELM4J_HOME", "/opt/elm4j"), Path.of("/home/me")).root())
                .isEqualTo(Path.of("/opt/elm4j/sandbox/rootfs"));
    }

    @Test
    void imageFactsThatAreMissingAreEmpty() throws IOException {
        var home = new Home(folder);
        assertThat(ImageFacts.of(home)).isEqualTo(new ImageFacts("", "", ""));
        Files.writeString(home.imageFacts(), "{\"image\": \"a:b\", \"id\": null}");
        assertThat(ImageFacts.of(home)).isEqualTo(new ImageFacts("a:b", "", ""));
    }
}
