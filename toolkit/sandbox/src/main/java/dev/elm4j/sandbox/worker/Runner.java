package dev.elm4j.sandbox.worker;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/**
 * The virtual machine that holds one program: it says that it is ready, takes classes and loads them, takes inputs, calls
 * the entry point for each, answers with values, and ends. It is never used twice.
 *
 * <p>The inputs come once it has said that the program is loaded, so that what it says until then quotes none of them.
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

    /** Answers for every input, or says why the program takes none, and ends the virtual machine. */
    @Override
    public void run() {
        try {
            Failure failure = begin();
            for (int input = 0; failure == null && input < program.inputs(); input++) {
                answer(input);
            }
            out.flush();
            err.flush();
            wire.write(failure == null ? new Object[] {"done"} : words(failure));
            if (failure != null) {
                wire.drain(); // inputs that still come must not find a closed end before this was read
            }
            Runtime.getRuntime().halt(0);
        } catch (IOException closed) {
            Runtime.getRuntime().halt(2); // the supervisor is gone
        }
    }

    /** Loads the program and then takes its inputs; why that failed, or null. */
    private Failure begin() throws IOException {
        try {
            Failure failure = program.load();
            if (failure == null) {
                wire.write("loaded");
                program.take(wire.read());
            }
            return failure;
        } catch (OutOfMemoryError full) {
            reserve = null;
            return Failure.of(full, program.classes());
        }
    }

    private static Object[] words(Failure failure) {
        reserve = null; // where memory is out
        return new Object[] {"failed", failure.status(), failure.detail()};
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
