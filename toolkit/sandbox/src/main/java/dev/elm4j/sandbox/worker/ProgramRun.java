package dev.elm4j.sandbox.worker;

import java.io.EOFException;
import java.lang.reflect.InvocationTargetException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One program with its inputs, and what is left of its limits. */
final class ProgramRun {

    private static final byte[] NO_VALUE = {};
    private static final int FIRST_CLASS = 6;

    private final ProgramClasses classes;
    private final String mainClass;
    private final String method;
    private long room;
    private List<?> inputs = List.of();
    private EntryPoint entry;
    private Failure ended;

    private ProgramRun(ProgramClasses classes, String mainClass, String method, long room) {
        this.classes = classes;
        this.mainClass = mainClass;
        this.method = method;
        this.room = room;
    }

    /** What is answered for one input; the value as JSON is empty unless the status is VALID. */
    record Answer(String status, byte[] json, String detail) {}

    /** Reads {@code run, main class, entry, seed, result bytes, threads, name, bytes, ...}. */
    static ProgramRun of(List<byte[]> request) {
        Map<String, byte[]> classes = new HashMap<>();
        for (int i = FIRST_CLASS; i + 1 < request.size(); i += 2) {
            classes.put(Wire.text(request.get(i)), request.get(i + 1));
        }
        String entry = Wire.text(request.get(2));
        System.setProperty("elm4j.seed", Wire.text(request.get(3)));
        return new ProgramRun(
                new ProgramClasses(classes),
                Wire.text(request.get(1)),
                entry.substring(entry.lastIndexOf('.') + 1),
                Long.parseLong(Wire.text(request.get(4))));
    }

    ProgramClasses classes() {
        return classes;
    }

    /** Initialises the main class and finds the entry point; why that failed, or null. */
    Failure load() {
        try {
            entry = EntryPoint.find(Class.forName(mainClass, true, classes), method);
        } catch (Throwable thrown) { // also by a static initialiser
            ended = Failure.ofLoading(thrown, classes);
        }
        return ended;
    }

    /** Reads {@code inputs, JSON}; null is the end. */
    void take(List<byte[]> request) throws EOFException {
        if (request == null) {
            throw new EOFException("no inputs came");
        }
        inputs = (List<?>) JsonReader.read(Wire.text(request.get(1)));
    }

    int inputs() {
        return inputs.size();
    }

    /** Calls the program with one input, unless an input before it has used up what all share. */
    Answer outcome(int input) {
        if (ended != null) {
            return failed(ended);
        }
        try {
            return called(entry.call((List<?>) inputs.get(input)));
        } catch (Mismatch mismatch) {
            return failed(new Failure("TYPE_ERROR", mismatch.getMessage(), false));
        } catch (Throwable thrown) { // by a class that a parameter names, or for want of memory
            return failed(Failure.of(thrown, classes));
        }
    }

    /** The answer where memory ran out while another was written. */
    Answer outOfMemory() {
        return failed(new Failure("MEMORY_LIMIT", "java.lang.OutOfMemoryError", true));
    }

    private Answer called(EntryPoint.Call call) throws IllegalAccessException {
        try {
            return written(call.run());
        } catch (InvocationTargetException thrown) {
            return failed(Failure.of(thrown.getCause(), classes));
        }
    }

    /** Throws nothing of what the value's own methods throw. */
    private Answer written(Object value) {
        try {
            byte[] json = ValueWriter.write(value, room);
            room -= json.length;
            return new Answer("VALID", json, "");
        } catch (TooLarge large) {
            return failed(new Failure("RESULT_TOO_LARGE", large.getMessage(), true));
        } catch (Throwable thrown) {
            return failed(Failure.of(thrown, classes));
        }
    }

    private Answer failed(Failure failure) {
        ended = failure.last() ? failure : null;
        return new Answer(failure.status(), NO_VALUE, failure.detail());
    }
}
