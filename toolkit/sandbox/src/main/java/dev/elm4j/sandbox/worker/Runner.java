package dev.elm4j.sandbox.worker;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/**
 * The virtual machine that holds one program: it says that it is ready, takes classes and inputs, calls the entry point
 * for each input, answers with values, and ends. It is never used twice.
 *
 * <p>The program lives in the same process and can do to this class whatever it likes; what it forges is its own value,
 * which it may choose anyway. The supervisor believes nothing else that comes from here.
 *
 * <p>{@code new Random()} and {@code Math.random()} cannot be seeded from outside; a program that wants the request's
 * seed reads {@code Long.getLong("elm4j.seed")}. CPU time is reported as 0, unknown: the clock of one thread would need
 * a module that the image leaves out, and the supervisor reads the clock of the whole process.
 */
final class Runner implements Runnable {

    /** A deep recursion of 10,000 calls needs some 1 to 2 MB of it. */
    private static final long STACK = 16L << 20;

    /** Given back when memory is used up, so that the answer can still be written. */
    private static byte[] reserve = new byte[1 << 18];

    /** The program may set others, but these are flushed. */
    private final PrintStream out = System.out;

    private final PrintStream err = System.err;
    private final Wire wire;
    private final ProgramRun program;

    private Runner(Wire wire, ProgramRun program) {
        this.wire = wire;
        this.program = program;
    }

    /** Serves one request on descriptor 0. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Wire wire = Wire.onDescriptorZero();
        Locale.setDefault(Locale.ROOT);
        System.setProperty("user.timezone", "UTC");
        Rehearsal.run();
        wire.write("ready");
        List<byte[]> request = wire.read();
        if (request == null) {
            return;
        }
        Runner runner = new Runner(wire, ProgramRun.of(request));
        Thread thread = new Thread(null, runner, "program", STACK);
        thread.setContextClassLoader(runner.program.classes());
        thread.start();
        thread.join();
        Runtime.getRuntime().halt(1); // it ended without an answer
    }

    /** Answers for every input, and ends the virtual machine. */
    @Override
    public void run() {
        try {
            for (int input = 0; input < program.inputs(); input++) {
                answer(input);
            }
            out.flush();
            err.flush();
            wire.write("done");
            Runtime.getRuntime().halt(0);
        } catch (IOException closed) {
            Runtime.getRuntime().halt(2); // the supervisor is gone
        }
    }

    private void answer(int input) throws IOException {
        try {
            send(program.outcome(input));
        } catch (OutOfMemoryError again) { // while the answer was written
            reserve = null;
            send(program.outOfMemory());
        }
    }

    private void send(ProgramRun.Answer answer) throws IOException {
        if (answer.status().equals("MEMORY_LIMIT")) {
            reserve = null;
        }
        wire.write("outcome", answer.status(), answer.json(), answer.detail(), "0");
    }
}
