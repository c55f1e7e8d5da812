package dev.elm4j.sandbox;

import java.time.Duration;
import java.util.concurrent.Future;

/** A process of its own that holds a sandbox with a program in it that does not end. Prints a line when it runs. */
public final class SandboxHolder {

    private SandboxHolder() {}

    /** Arguments: the tier, and what to do then: {@code hold}, or {@code exit} without closing anything, when its
     * stdin ends. */
    public static void main(String[] arguments) throws Exception {
        Sandbox sandbox =
                Sandbox.open(SandboxSettings.exactly(Tier.valueOf(arguments[0])).slots(2));
        Limits patient = Limits.usual().cpu(Duration.ofMinutes(5));
        Program endless = Program.python("def run():\n    while True:\n        pass", "run");
        Program java = Program.java("public class P { public static void run() { while (true) { } } }", "run");
        Future<?> first = sandbox.submit(ProgramRequest.of(endless).limits(patient));
        Future<?> second = sandbox.submit(ProgramRequest.of(java).limits(patient));
        System.out.println("holding");
        if (arguments[1].equals("hold")) {
            first.get();
            second.get();
        }
        System.in.read(); // until it is known what there is
        System.exit(0);
    }
}
