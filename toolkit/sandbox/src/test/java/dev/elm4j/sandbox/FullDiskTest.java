package dev.elm4j.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.elm4j.sandbox.host.OwnPlaces;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The places where the sandbox keeps its own files, full to the last byte and the last file. Each is a small file system that
 * only the kernel under test sees. Where {@code ELM4J_LONG} is set, each place in each tier.
 */
class FullDiskTest {

    private static final boolean LONG = System.getenv("ELM4J_LONG") != null;

    @TempDir
    Path folder;

    @BeforeEach
    void onlyWhereItCanBeTried() throws Exception {
        String lacking = OwnPlaces.lacking();
        if (!lacking.isEmpty()) {
            System.out.println("NOT TESTED: a full file system: " + lacking);
        }
        assumeTrue(lacking.isEmpty(), lacking);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    static Stream<Arguments> places() {
        return Stream.of(Tier.GVISOR, Tier.BUBBLEWRAP, Tier.SEPARATED_PROCESS)
                .filter(tier -> tier.name().matches(System.getProperty("elm4j.tiers", ".*")))
                .flatMap(tier -> Stream.of(OwnPlaces.values())
                        .filter(place -> LONG || tier == Tier.SEPARATED_PROCESS || place == OwnPlaces.HOME)
                        .map(place -> Arguments.of(tier, place)));
    }

    @ParameterizedTest
    @MethodSource("places")
    void openingSaysWhatIsFullOrGoesOnAndASandboxThatIsOpenAnswers(Tier tier, OwnPlaces place) throws Exception {
        String full = place.folder(folder).toString();
        try (var kernel = KernelProcess.start(place.command(folder), place.variables(folder))) {
            String there = kernel.ask("fill " + full);
            assertThat(there).startsWith("full");
            String refused = kernel.ask("open " + tier);
            if (refused.equals("opened")) {
                assertThat(kernel.ask("close")).isEqualTo("left []");
            } else {
                assertThat(refused).contains("no room in " + full).contains("Make room there");
            }
            kernel.ask("free " + full);
            String opened = kernel.ask("open " + tier);
            assertThat(opened).isEqualTo("opened");
            kernel.ask("fill " + full);
            assertThat(kernel.ask("run 5 0")).startsWith("VALID 32 ");
            assertThat(kernel.ask("lose " + tier)).isEqualTo("lost");
            String answer = kernel.ask("run 6 0");
            assertThat(answer).matches("VALID 43 |SANDBOX_ERROR null no room in " + full + ".*No space left.*");
            kernel.ask("free " + full);
            assertThat(kernel.ask("run 7 0")).startsWith("VALID 56 ");
            assertThat(kernel.ask("close")).isEqualTo("left []");
        }
    }
}
