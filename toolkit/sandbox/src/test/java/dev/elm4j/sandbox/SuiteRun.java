package dev.elm4j.sandbox;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Arrays;
import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs classes of tests in this process, whoever's it is, and prints a line for each failure, each skip, and one for the end. */
public final class SuiteRun implements TestExecutionListener {

    private static final boolean LONG = System.getenv("ELM4J_LONG") != null;
    private static final String SOME_ATTACKS = "[A-Da-d].*"; // by name: a fifth of the chosen

    private int passed;
    private int failed;
    private TestPlan plan;

    private SuiteRun() {}

    /** Of a virtual machine that tries one tier; in the short form with some of the chosen attacks. */
    static List<String> options(Tier tier, String classPath) {
        return List.of(
                "-XX:TieredStopAtLevel=1",
                "-Xmx1g",
                "-Delm4j.tiers=" + tier,
                "-Delm4j.chosen=" + !LONG,
                "-Delm4j.attacks=" + (LONG ? ".*" : SOME_ATTACKS),
                "-cp",
                classPath);
    }

    /** Names of the classes. */
    public static void main(String[] arguments) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(
                        Arrays.stream(arguments).map(name -> selectClass(name)).toList())
                .build();
        var run = new SuiteRun();
        LauncherFactory.create().execute(request, run);
        System.out.printf("%d passed, %d failed%n", run.passed, run.failed);
        System.exit(run.failed == 0 && run.passed > 0 ? 0 : 1);
    }

    /** Whether a line is one of those. */
    static boolean isReport(String line) {
        return line.matches("(FAILED|ABORTED|SKIPPED) .*|\\d+ passed, \\d+ failed");
    }

    @Override
    public void testPlanExecutionStarted(TestPlan started) {
        plan = started;
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        System.out.println("SKIPPED " + name(test) + ": " + reason);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == Status.SUCCESSFUL) {
            passed += test.isTest() ? 1 : 0;
            return;
        }
        failed += result.getStatus() == Status.FAILED ? 1 : 0;
        String reason = result.getThrowable().map(Throwable::toString).orElse("");
        System.out.println(result.getStatus() + " " + name(test) + ": " + reason.replaceAll("\\s+", " "));
    }

    private String name(TestIdentifier test) {
        return plan.getParent(test).map(parent -> parent.getDisplayName() + " ").orElse("") + test.getDisplayName();
    }
}
