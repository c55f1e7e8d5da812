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
 * The toolkit inside a container that Docker starts as it starts any: root, no namespaces to be had, nothing installed for us.
 * Hosts of notebooks such as Colab are of this kind. What programs need (Python, Java) is this machine's, mounted to be read.
 */
class BareContainerTest {

    private static final List<String> READ = List.of("/usr", "/lib", "/lib64", "/bin", "/sbin", "/etc");

    @TempDir
    static Path folder;

    private static String image;
    private static String classPath;

    @BeforeAll
    static void onlyWhereDockerHasAnImage() throws Exception {
        image = output(List.of("docker", "images", "--format", "{{.Repository}}:{{.Tag}}", "elm4j-sandbox"))
                .lines()
                .filter(line -> line.startsWith("elm4j-sandbox:")) // and not that there is no daemon
                .findFirst()
                .orElse("");
        assumeTrue(
                !image.isEmpty(), "NOT TESTED: a host such as Colab: no Docker, or no image (elm4j.py sandbox build)");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        classPath = ReadableClasses.in(folder);
    }

    @Test
    void theStrongestTierThereIsChosenAndHolds() throws Exception {
        var said = java(SuiteRun.class, SeparatedProcessTest.class.getName(), AttackBatteryTest.class.getName());
        String ends = String.join("\n", said.lines().filter(SuiteRun::isReport).toList());
        assertThat(ends).as(said).contains("0 failed").doesNotContain("ABORTED", "SKIPPED");
    }

    @Test
    void whatWasChosenAndWhyIsSaidInOneLine() throws Exception {
        assertThat(java(OpenedHere.class).strip())
                .startsWith("process with its own user id; docker with gVisor: ")
                .contains("bubblewrap: ")
                .doesNotContain("\n");
    }

    private static String java(Class<?> program, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("docker", "run", "--rm", "--pull", "never", "--network", "none"));
        for (String place : READ) {
            if (Files.isDirectory(Path.of(place))) {
                command.addAll(List.of("-v", place + ":" + place + ":ro"));
            }
        }
        String home = System.getProperty("java.home");
        command.addAll(List.of("-v", home + ":" + home + ":ro", "-v", folder + ":" + folder + ":ro"));
        for (String place : List.of("/root", "/var/tmp", "/run")) {
            command.addAll(List.of("--tmpfs", place));
        }
        command.addAll(List.of(
                "-e", "HOME=/root", "--entrypoint", Path.of(home, "bin", "java").toString(), image));
        command.addAll(SuiteRun.options(Tier.SEPARATED_PROCESS, classPath));
        command.addAll(List.of("-Djava.io.tmpdir=/var/tmp", program.getName()));
        command.addAll(List.of(arguments));
        return output(command);
    }

    private static String output(List<String> command) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes());
            process.waitFor();
            return said;
        } catch (IOException absent) {
            return "";
        }
    }
}
