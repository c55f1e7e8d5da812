package dev.elm4j.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.elm4j.sandbox.host.Leftovers;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** A sandbox of two slots in one tier for all tests of a class, of which nothing is left when it is closed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OpenedSandbox {

    static final Program ECHO = Program.python("def run(x):\n    return x", "run");

    final Tier tier;
    Sandbox sandbox;

    OpenedSandbox(Tier tier) {
        this.tier = tier;
    }

    @BeforeAll
    void open() {
        try {
            sandbox = Sandbox.open(SandboxSettings.exactly(tier).slots(2));
        } catch (IllegalStateException notOffered) {
            System.out.println("NOT TESTED: the tier \"" + tier.words() + "\": " + notOffered.getMessage());
            assumeTrue(false, notOffered.getMessage());
        }
    }

    @AfterAll
    void close() throws Exception {
        if (sandbox != null) {
            Leftovers leftovers = Leftovers.of(ProcessHandle.current());
            assertThat(leftovers.now()).isNotEmpty();
            sandbox.close();
            sandbox.close();
            assertThat(leftovers.now()).isEmpty();
            assertThat(ownThreads()).isEmpty();
            assertThatIllegalStateException().isThrownBy(() -> sandbox.run(ProgramRequest.of(ECHO, 1)));
        }
    }

    private static Set<String> ownThreads() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        var names = new HashSet<String>();
        do {
            names.clear();
            Thread.getAllStackTraces().keySet().stream()
                    .map(Thread::getName)
                    .filter(name -> name.startsWith("elm4j-sandbox") || name.startsWith("docker-java"))
                    .forEach(names::add);
            LockSupport.parkNanos(1_000_000);
        } while (!names.isEmpty() && System.nanoTime() < end); // they end a moment after what they waited for
        return names;
    }

    final Object value(Program program, Object... arguments) throws InterruptedException {
        ProgramResult result = sandbox.run(ProgramRequest.of(program, arguments));
        assertThat(result.status()).as("%s", result).isEqualTo(ProgramStatus.VALID);
        return result.value();
    }
}
