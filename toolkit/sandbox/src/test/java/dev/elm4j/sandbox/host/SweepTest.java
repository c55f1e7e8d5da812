package dev.elm4j.sandbox.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is whose, and what of it goes. */
class SweepTest {

    private static final Owner ME = Owner.current();
    private static final Place HERE = ME.place();
    private static final Owner DEAD = new Owner(ME.pid(), ME.start() + 1, HERE);

    @TempDir
    Path folder;

    private static Owner dead(Place place) {
        return new Owner(ME.pid(), ME.start() + 1, place);
    }

    private Path canary(Owner owner) throws Exception {
        return Files.writeString(folder.resolve(Bait.PREFIX + owner.name() + "-1"), "");
    }

    @Test
    void whatDeadOwnersLeftGoesAndNothingElse() throws Exception {
        var earlierBoot = new Place(HERE.machine(), "0badc0de", HERE.space(), HERE.uid());
        var otherSpace = new Place(HERE.machine(), HERE.boot(), "abc", HERE.uid());
        var gone = List.of(canary(DEAD), canary(new Owner(ME.pid(), ME.start(), earlierBoot)));
        var kept = new ArrayList<>(List.of(canary(ME), canary(dead(otherSpace))));
        kept.add(Files.writeString(folder.resolve(Bait.PREFIX + "somebody-else"), ""));
        kept.add(Files.writeString(folder.resolve(DEAD.name() + "-1"), ""));
        Sweep.canaries(folder);
        assertThat(gone).allMatch(Files::notExists);
        assertThat(kept).allMatch(Files::exists);
    }

    @Test
    void anotherMachinesAndAnotherUsersProcessesAreNeverDead() {
        assertThat(dead(new Place("abcdef", HERE.boot(), HERE.space(), HERE.uid()))
                        .isDead())
                .isFalse();
        assertThat(dead(new Place("abcdef", "0badc0de", HERE.space(), HERE.uid()))
                        .isDead())
                .isFalse();
        assertThat(dead(new Place(HERE.machine(), HERE.boot(), HERE.space(), HERE.uid() + 1))
                        .isDead())
                .isFalse();
        assertThat(dead(new Place(HERE.machine(), "0badc0de", HERE.space(), HERE.uid() + 1))
                        .isDead())
                .isFalse();
        assertThat(dead(new Place(HERE.machine(), "0", HERE.space(), HERE.uid()))
                        .isDead())
                .isFalse();
    }

    @Test
    void aFolderWhereOthersWriteIsNotEnteredNorIsALinkFollowed() throws Exception {
        Path victim = Files.createDirectory(folder.resolve("victim"));
        Path precious = Files.writeString(victim.resolve("precious"), "");
        Path planted = Files.createDirectory(folder.resolve(Bait.PREFIX + DEAD.name() + "-2"));
        Path within = Files.writeString(planted.resolve("precious"), "");
        Path link = Files.createSymbolicLink(folder.resolve(Bait.PREFIX + DEAD.name() + "-3"), victim);
        Sweep.canaries(folder);
        assertThat(List.of(precious, within)).allMatch(Files::exists);
        assertThat(Files.isSymbolicLink(link)).isTrue();
    }

    @Test
    void aFileOfAnotherUserStays() throws Exception {
        assumeTrue(OwnFolder.uid() == 0, "only root can give files away");
        Path others = canary(DEAD);
        Files.setAttribute(others, "unix:uid", 12_345);
        Sweep.canaries(folder);
        assertThat(others).exists();
    }

    @Test
    void foldersOfSlotsGoWithAllThatIsInThem() throws Exception {
        Path slots = OwnFolder.make(Home.slots(OwnFolder.of(Home.ofProcess())));
        Path precious = Files.writeString(folder.resolve("precious"), "");
        Path left = Files.createDirectory(slots.resolve(DEAD.name() + "-1"));
        Files.writeString(Files.createDirectory(left.resolve("state")).resolve("x"), "");
        Files.createSymbolicLink(left.resolve("link"), folder);
        Sweep.files();
        assertThat(left).doesNotExist();
        assertThat(precious).exists();
    }

    @Test
    void ownersAreReadAsTheyAreWritten() {
        assertThat(HERE.isKnown()).isTrue();
        assertThat(ME.isDead()).isFalse();
        assertThat(DEAD.isDead()).isTrue();
        assertThat(Owner.parse(ME.label())).contains(ME);
        assertThat(Owner.parse(ME.name())).contains(ME);
        var largest = new Owner(1, 2, new Place("a", "b", "c", 4_294_967_294L));
        assertThat(Owner.parse(largest.name())).contains(largest);
        for (String none : List.of("", "1:2", "1:2:a", "1:2:xyz", "x:1:a.b.c.0", "99999999999999999999:1:a.b.c.0")) {
            assertThat(Owner.parse(none)).isEmpty();
        }
    }
}
