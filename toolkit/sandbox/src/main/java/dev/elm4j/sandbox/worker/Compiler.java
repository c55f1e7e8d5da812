package dev.elm4j.sandbox.worker;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The virtual machine that compiles, and never runs a program: warm, trusted, asked again and again. Where a source
 * took all the stack or memory, its virtual machine is to be replaced.
 */
final class Compiler implements Runnable {

    /** For the recursion of a compiler over deep expressions. */
    private static final long STACK = 8L << 20;

    private final Wire wire;

    private Compiler(Wire wire) {
        this.wire = wire;
    }

    /** Serves requests on descriptor 0 until it is closed. */
    public static void main(String[] arguments) throws InterruptedException {
        Thread compiler = new Thread(null, new Compiler(Wire.onDescriptorZero()), "compiler", STACK);
        compiler.start();
        compiler.join();
    }

    @Override
    public void run() {
        try {
            WarmUp.run();
            wire.write("ready");
            for (List<byte[]> request = wire.read(); request != null; request = wire.read()) {
                String id = Wire.text(request.get(1));
                wire.write(answer(id, Wire.text(request.get(2)), Wire.text(request.get(3)), Wire.text(request.get(4))));
            }
        } catch (IOException closed) {
            Runtime.getRuntime().halt(2); // the supervisor is gone
        }
    }

    private static Object[] answer(String id, String source, String entry, String guard) {
        try {
            return compile(id, source, entry, guard);
        } catch (StackOverflowError deep) {
            return new Object[] {"gaveup", id, "the source is nested too deeply for the compiler"};
        } catch (OutOfMemoryError large) {
            return new Object[] {"gaveup", id, "the compiler's memory was used up"};
        } catch (RuntimeException | Error unexpected) {
            return new Object[] {"failed", id, "the compiler failed: " + root(unexpected)};
        }
    }

    static Object[] compile(String id, String source, String entry, String guard) {
        Javac javac = Javac.compile(source);
        if (!javac.errors().isEmpty()) {
            return new Object[] {"error", id, javac.errors()};
        }
        List<ClassFile> files = javac.files();
        String findings = guard.equals("off") ? "" : JavaGuard.check(files, javac.names());
        if (guard.equals("strict") && !findings.isEmpty()) {
            return new Object[] {"rejected", id, findings};
        }
        MainClass main = MainClass.find(entry, files, javac.topLevel());
        if (main.name() == null) {
            return new Object[] {"entry", id, main.reason()};
        }
        return compiled(id, main.name(), findings, javac.classes());
    }

    private static Object[] compiled(String id, String main, String findings, Map<String, byte[]> classes) {
        List<Object> fields = new ArrayList<>(List.of("compiled", id, main, findings));
        for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
            fields.add(entry.getKey());
            fields.add(entry.getValue());
        }
        return fields.toArray();
    }

    private static String root(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getClass().getName();
    }
}
