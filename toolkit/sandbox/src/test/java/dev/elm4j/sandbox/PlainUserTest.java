package dev.elm4j.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the tests run as root, the tier of a plain user is tried by a process that becomes one. */
class PlainUserTest {

    private static final String NOBODY = "65534";
    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");

    @TempDir
    Path folder;

    @Test
    void aPlainUserGetsATierThatHolds() throws Exception {
        assumeTrue(System.getProperty("user.name").equals("root"), "a plain user's own tests have this tier");
        assumeTrue(Files.isExecutable(SETPRIV), "NOT TESTED: the tier \"process\" as another user: no " + SETPRIV);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        var command = new ArrayList<>(
                List.of(SETPRIV.toString(), "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                readable(),
                PlainUser.class.getName()));
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("ELM4J_HOME", folder.resolve("home").toString());
        Process process = builder.start();
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

    /** The class path, copied to where everybody may read it. */
    private String readable() throws IOException {
        var copies = new ArrayList<String>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path source = Path.of(entry);
            if (Files.exists(source)) {
                Path target = folder.resolve(copies.size() + "-" + source.getFileName());
                try (Stream<Path> files = Files.walk(source)) {
                    for (Path file : files.toList()) {
                        Path copy = target.resolve(source.relativize(file).toString());
                        Files.copy(file, file.equals(source) ? target : copy);
                    }
                }
                copies.add(target.toString());
            }
        }
        return String.join(File.pathSeparator, copies);
    }
}
