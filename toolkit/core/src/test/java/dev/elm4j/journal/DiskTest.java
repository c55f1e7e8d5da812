package dev.elm4j.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.elm4j.search.Run;
import dev.elm4j.search.RunState;
import dev.elm4j.search.Search;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disks that are full or may not be written: on Linux, where a test may mount a small one. */
class DiskTest {

    @TempDir
    Path home;

    private RunFolders runs;
    private final SmallDisks disks = new SmallDisks();

    @BeforeEach
    void openRuns() {
        runs = new RunFolders(home);
    }

    @AfterEach
    void closeRuns() {
        runs.close();
        disks.close();
    }

    @Test
    void aDiskThatIsFullFromTheBeginningIsSaid() throws IOException {
        Path full = Path.of("/dev/full");
        assumeThat(Files.exists(full)).as("this system has /dev/full").isTrue();
        Files.createDirectory(runs.folder("full"));
        Files.createSymbolicLink(runs.file("full"), full);
        assertThatThrownBy(() -> runs.words("full", 1).progress())
                .hasMessageContaining("Cannot open the journal")
                .hasMessageContaining("No space left")
                .hasMessageContaining("Make room");
    }

    @Test
    void aDiskThatIsFullInTheMiddleOfABatchStopsTheRunAndLosesNothing() throws IOException {
        runs.words("whole", 1).run(400);
        byte[] whole = runs.journal("whole");
        disks.mount(runs.folder("small"), "size=64k");
        Search<String> search = runs.words("small", 1);
        assertThatIllegalStateException()
                .isThrownBy(() -> search.run(400))
                .withMessageContaining("No space left")
                .withMessageContaining("Make room");
        byte[] left = runs.journal("small");
        assertThat(whole).startsWith(left);
        assertThat(left).as("the batch that did not fit is cut off again").endsWith((byte) '\n');
        assertThat(whole.length).isGreaterThan(left.length);
        assertThat(search.record().commits().get(0).candidate().number()).isZero();
        runs.close();
        long kept = Files.readAllLines(runs.file("small")).size() - 1;
        assertThat(kept % 4).as("whole batches of 4").isZero();
        disks.remount(runs.folder("small"), "size=4m");
        Search<String> resumed = runs.words("small", 1);
        assertThat(resumed.progress().candidates()).isEqualTo(kept);
        RunFolders.runUpTo(resumed, 400);
        assertThat(runs.journal("small")).isEqualTo(whole);
    }

    @Test
    void aFolderThatMayNotBeWrittenIsSaid() throws IOException {
        runs.words("locked", 1).run(8);
        runs.close();
        byte[] journal = runs.journal("locked");
        disks.mount(runs.folder("read-only"), "size=1m");
        Files.write(runs.file("read-only"), journal);
        disks.remount(runs.folder("read-only"), "ro");
        assertThatThrownBy(() -> runs.words("read-only", 1).progress())
                .hasMessageContaining("Cannot write to")
                .hasMessageContaining("Choose a folder of your own");
        assertThat(Journal.view(runs.folder("read-only")).commits()).hasSize(8);
    }

    @Test
    void resultsThatCannotBeKeptOrTimesThatCannotBeWrittenDoNotStopARun() throws IOException {
        Files.createDirectories(runs.folder("words").resolve("times.jsonl"));
        Files.createDirectories(runs.folder("words").resolve("finished.jsonl"));
        var setup = runs.words("words", 1).setup();
        Journal<String> journal = Journal.open(runs.folder("words"), setup);
        try (var run = new Run<>(setup, 4, journal)) {
            RunFolders.searchOf(run).run(100);
            assertThat(run.state()).isEqualTo(RunState.DONE);
            assertThat(journal.message()).contains("finished.jsonl").contains("Times are not written");
        }
        assertThat(Journal.view(runs.folder("words")).commits()).hasSize(100);
    }
}
