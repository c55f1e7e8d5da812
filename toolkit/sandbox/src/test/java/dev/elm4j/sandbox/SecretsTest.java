package dev.elm4j.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * A kernel with planted keys: in its environment, on its command line, in its heap, in a file of its home and in one for
 * everybody. Programs that are told the places look for them, in every tier that is offered, and find none.
 */
class SecretsTest {

    private static final String PREFIX = "sk-" + "planted-";

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicNode> aPlantedKeyIsNeverFound() {
        return OfferedTier.each(tier -> dynamicTest(tier.words(), () -> {
            String key = key();
            String said = kernel(tier, key);
            assertThat(said).contains("PYTHON VALID", "JAVA VALID", "hunted").doesNotContain(key);
        }));
    }

    /** The same hunt finds the key in all these places where nothing holds it: so it can find one. */
    @Test
    void theHuntFindsTheKeyWhereNothingHoldsIt() throws Exception {
        String key = key();
        Path file = Files.writeString(folder.resolve("key"), key);
        var call = source("hunt.py") + "\nprint(run(['" + file + "'], []))";
        var bare = new ProcessBuilder("/usr/bin/python3", "-c", call);
        bare.environment().put("OPENAI_API_KEY", key);
        Process process = bare.redirectErrorStream(true).start();
        String found = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(found).contains(key + " in " + file, key + " in /proc/self/environ", key + " in own environment");
    }

    private static String key() {
        return PREFIX + Long.toHexString(new SplittableRandom().nextLong() | Long.MIN_VALUE);
    }

    private String kernel(Tier tier, String key) throws Exception {
        Path home = Files.createTempDirectory(folder, "home");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(home.resolve(".openai"), key);
        Path open = Files.writeString(Files.createTempFile("elm4j-key-", ".txt"), key);
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
        try {
            var command = List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Dplanted=" + key,
                    "-Duser.home=" + System.getProperty("user.home"),
                    "-cp",
                    System.getProperty("java.class.path"),
                    SecretsTest.class.getName(),
                    tier.name(),
                    home.resolve(".openai").toString(),
                    open.toString());
            var kernel = new ProcessBuilder(command).redirectErrorStream(true);
            kernel.environment().put("OPENAI_API_KEY", key);
            Process process = kernel.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
            return said;
        } finally {
            Files.delete(open);
        }
    }

    /** The kernel: opens a sandbox, looks at its own processes, and lets programs hunt; what it prints must not hold the key. */
    public static void main(String[] arguments) throws Exception {
        String inHeap = System.getenv("OPENAI_API_KEY").repeat(3);
        var paths = List.<Object>of(arguments[1], arguments[2]);
        try (var sandbox =
                Sandbox.open(SandboxSettings.exactly(Tier.valueOf(arguments[0])).slots(1))) {
            for (Language language : Language.values()) {
                String source = source(language == Language.PYTHON ? "hunt.py" : "Hunt.java");
                ProgramResult result =
                        sandbox.run(ProgramRequest.of(new Program(language, source, "run"), paths, pids())
                                .limits(Limits.usual().cpu(Duration.ofSeconds(20)))
                                .guard(GuardLevel.OFF));
                System.out.println(language + " " + result.status() + " " + result.detail() + " hunted: "
                        + result.outcomes().get(0).value() + result.stdout() + result.stderr());
                environmentsOfOurProcesses().forEach(System.out::println);
            }
        }
        if (inHeap.isEmpty()) {
            throw new IllegalStateException("the key must stay in the heap until here");
        }
    }

    /** Where to look: this process, the program's parent, all below 300, and all that this process started. */
    private static List<Object> pids() {
        var pids = new ArrayList<Object>(List.of(ProcessHandle.current().pid(), 0L));
        for (long pid = 1; pid < 300; pid++) {
            pids.add(pid);
        }
        ProcessHandle.current().descendants().forEach(child -> pids.add(child.pid()));
        return pids;
    }

    /** What the supervisor and its children were started with: nothing of ours. */
    private static List<String> environmentsOfOurProcesses() {
        return ProcessHandle.current()
                .descendants()
                .flatMap(child -> Stream.of("environ", "cmdline").map(name -> Path.of("/proc", "" + child.pid(), name)))
                .map(SecretsTest::content)
                .toList();
    }

    private static String content(Path path) {
        try {
            return path + ": " + new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return path + " cannot be read";
        }
    }

    private static String source(String name) {
        try (InputStream stream = SecretsTest.class.getResourceAsStream("secrets/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
