package dev.elm4j.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Where the tests run as root, the tier of a plain user is tried by processes that become one. They run the contract and the
 * chosen attacks; where {@code ELM4J_LONG} is set, all attacks, the hunt for secrets and the faults too.
 */
class PlainUserTest {

    private static final String NOBODY = "65534";
    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");
    private static final boolean LONG = System.getenv("ELM4J_LONG") != null;

    @TempDir
    static Path folder;

    private static String classPath;

    @BeforeAll
    static void onlyRootCanBecomeOne() throws IOException {
        assumeTrue(System.getProperty("user.name").equals("root"), "a plain user's own tests have this tier");
        assumeTrue(Files.isExecutable(SETPRIV), "NOT TESTED: the tier \"process\" as another user: no " + SETPRIV);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        classPath = ReadableClasses.in(folder);
    }

    private static Process start(Class<?> program, String... arguments) throws IOException {
        var command = new ArrayList<>(
                List.of(SETPRIV.toString(), "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SuiteRun.options(Tier.PROCESS, classPath));
        command.addAll(List.of("-Duser.home=" + folder, program.getName()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("ELM4J_HOME", folder.resolve("home").toString());
        return builder.start();
    }

    @Test
    void aPlainUserGetsATierThatHolds() throws Exception {
        Process process = start(PlainUser.class);
        assertThat(new String(process.getInputStream().readAllBytes()).lines())
                .containsExactly(
                        "process",
                        "{VALID=42}",
                        "{EXCEPTION=null}",
                        "{EXCEPTION=null}",
                        "{EXCEPTION=null}",
                        "{EXCEPTION=null}",
                        "{EXCEPTION=null}",
                        "{TIMEOUT=null}",
                        "{VALID=42}",
                        "{VALID=42}");
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void theSuitesOfEveryTierPassAsAPlainUser() throws Exception {
        var suites = new ArrayList<Class<?>>(List.of(PlainProcessTest.class, AttackBatteryTest.class));
        if (LONG) {
            suites.addAll(List.of(SecretsTest.class, FaultsTest.class, WritableMountTest.class));
        }
        Process process =
                start(SuiteRun.class, suites.stream().map(Class::getName).toArray(String[]::new));
        String said = new String(process.getInputStream().readAllBytes());
        String ends = String.join("\n", said.lines().filter(SuiteRun::isReport).toList());
        assertThat(process.waitFor()).as(ends).isZero();
        assertThat(ends).contains("0 failed").doesNotContain("ABORTED", "SKIPPED");
    }
}
