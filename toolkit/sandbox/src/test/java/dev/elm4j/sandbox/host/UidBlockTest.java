package dev.elm4j.sandbox.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UidBlockTest {

    /** Says whether another process can lock the file. */
    private static final String TRY = "import fcntl, sys\nfile = open(sys.argv[1], 'r+')\ntry:\n"
            + "    fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)\n    print('free')\nexcept OSError:\n    print('held')";

    private static String elsewhere(UidBlock block) throws Exception {
        Path file = OwnFolder.shared()
                .resolve("uids")
                .resolve(Integer.toString(block.range().first()));
        Process process = new ProcessBuilder(HostPython.PATH, "-c", TRY, file.toString()).start();
        return new String(process.getInputStream().readAllBytes()).strip();
    }

    @Test
    void twoSlotsNeverHaveTheSameUserIds() throws Exception {
        var taken = new ArrayList<UidBlock>();
        try {
            for (int i = 0; i < 64; i++) {
                UidBlock block = UidBlock.takeInside();
                assertThat(taken).noneMatch(other -> other.range().overlaps(block.range()));
                assertThat(UidRange.WHOLE.contains(block.range().first())).isTrue();
                assertThat(UidRange.WHOLE.contains(block.range().last())).isTrue();
                taken.add(block);
            }
        } finally {
            taken.forEach(UidBlock::close);
        }
    }

    @Test
    void aBlockStaysHeldForOtherProcessesWhateverThisOneDoes() throws Exception {
        UidBlock first = UidBlock.takeInside();
        assertThat(elsewhere(first)).isEqualTo("held");
        UidBlock.takeInside().close();
        assertThat(UidBlock.room(false, 3)).isEqualTo(3);
        assertThat(elsewhere(first)).isEqualTo("held");
        first.close();
        assertThat(elsewhere(first)).isEqualTo("free");
        UidBlock again = UidBlock.takeInside();
        assertThat(again.range()).isEqualTo(first.range());
        first.close(); // twice: that of whoever has it now is not given up
        UidBlock.takeInside().close();
        assertThat(elsewhere(again)).isEqualTo("held");
        again.close();
    }

    @Test
    void roomIsWhatIsLeft() throws Exception {
        int all = UidBlock.room(false, 1_000);
        assertThat(all).isBetween(1, UidRange.WHOLE.size() / 400);
        try (UidBlock one = UidBlock.takeInside()) {
            assertThat(one.range().size()).isEqualTo(400);
            assertThat(UidBlock.room(false, 1_000)).isEqualTo(all - 1);
        }
    }

    @Test
    void locksAreNobodyElsesToTake() throws Exception {
        UidBlock.takeInside().close();
        Path locks = OwnFolder.shared().resolve("uids");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(locks)))
                .isEqualTo("rwx------");
    }

    @Test
    void amongTheUsersOfTheMachineItIsIdsThatNoneOfThemCanHave() throws Exception {
        assumeTrue(Users.exist(UidRange.NOBODYS), "NOT TESTED: user ids above 2,100,000,000: not mapped here");
        try (UidBlock block = UidBlock.takeOutside()) {
            assertThat(UidRange.NOBODYS.contains(block.range().first())).isTrue();
        }
    }

    @Test
    void usersOfTheMachineAreKnown() throws Exception {
        for (UidRange users : List.of(new UidRange(1, 1), new UidRange(65_534, 65_534))) {
            assertThat(Users.have(users)).isTrue();
            assertThat(Users.known(users)).isTrue();
            assertThat(Users.exist(users)).isTrue();
        }
        var nobodys = new UidRange(2_100_000_000, 2_100_000_399);
        assertThat(Users.have(nobodys)).isFalse();
        assertThat(Users.known(nobodys)).isFalse();
    }
}
