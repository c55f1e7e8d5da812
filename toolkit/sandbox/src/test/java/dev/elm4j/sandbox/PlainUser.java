package dev.elm4j.sandbox;

import java.time.Duration;
import java.util.Map;

/** Runs some programs in the plain user's tier and prints what came of them, a line each. */
public final class PlainUser {

    private PlainUser() {}

    /** No arguments. */
    public static void main(String[] arguments) throws Exception {
        try (Sandbox sandbox =
                Sandbox.open(SandboxSettings.exactly(Tier.PROCESS).slots(1))) {
            System.out.println(sandbox.choice());
            for (String body : new String[] {
                "return 6 * 7",
                "return open('/etc/passwd').read()",
                "import os; return os.kill(os.getppid(), 9)",
                "import os; return os.fork()",
                "import socket; return str(socket.socket())",
                "return open('/tmp/elm4j-plain', 'w').write('x')",
                "while True: pass",
                "return 6 * 7"
            }) {
                print(sandbox, Program.python("def run():\n    " + body, "run"));
            }
            print(sandbox, Program.java("class P { static int run() { return 6 * 7; } }", "run"));
        }
    }

    private static void print(Sandbox sandbox, Program program) throws InterruptedException {
        Limits limits = Limits.usual().cpu(Duration.ofSeconds(1));
        ProgramResult result = sandbox.run(ProgramRequest.of(program).limits(limits));
        System.out.println(Map.of(result.status(), Shown.value(result.value(), 80)));
    }
}
