package dev.elm4j.sandbox.worker;

import java.lang.reflect.InvocationTargetException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One program with its inputs, and what is left of its limits. */
final class ProgramRun {

    private static final byte[] NO_VALUE = {};
    private static final int FIRST_CLASS = 7;

    private final ProgramClasses classes;
    private final String mainClass;
    private final String method;
    private final List<?> inputs;
    private long room;
    private EntryPoint entry;
    private Failure ended;

    private ProgramRun(ProgramClasses classes, String mainClass, String method, List<?> inputs) {
        this.classes = classes;
        this.mainClass = mainClass;
        this.method = method;
        this.inputs = inputs;
    }

    /** What is answered for one input; the value as JSON is empty unless the status is VALID. */
    record Answer(String status, byte[] json, String detail) {}

    /** Reads {@code run, main class, entry, seed, inputs, result bytes, threads, name, bytes, ...}. */
    static ProgramRun of(List<byte[]> request) {
        Map<String, byte[]> classes = new HashMap<>();
        for (int i = FIRST_CLASS; i + 1 < request.size(); i += 2) {
            classes.put(Wire.text(request.get(i)), request.get(i + 1));
        }
        String entry = Wire.text(request.get(2));
        System.setProperty("elm4j.seed", Wire.text(request.get(3)));
        ProgramRun run = new ProgramRun(
                new ProgramClasses(classes),
                Wire.text(request.get(1)),
                entry.substring(entry.lastIndexOf('.') + 1),
                (List<?>) JsonReader.read(Wire.text(request.get(4))));
        run.room = Long.parseLong(Wire.text(request.get(5)));
        return run;
    }

    ProgramClasses classes() {
        return classes;
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
            Object value = call((List<?>) inputs.get(input));
            byte[] json = ValueWriter.write(value, room);
            room -= json.length;
            return new Answer("VALID", json, "");
        } catch (Mismatch mismatch) {
            return failed(new Failure("TYPE_ERROR", Failure.cut(mismatch.getMessage(), Failure.DETAIL), false));
        } catch (TooLarge large) {
            return failed(new Failure("RESULT_TOO_LARGE", large.getMessage(), true));
        } catch (ClassNotFoundException | NoSuchMethodException absent) {
            return failed(new Failure("LOAD_ERROR", absent.getMessage(), true));
        } catch (InvocationTargetException thrown) {
            return failed(Failure.of(thrown.getCause(), classes));
        } catch (Throwable thrown) { // by the value's own methods, while it was written, or by the loader
            return failed(Failure.of(thrown, classes));
        }
    }

    /** The answer where memory ran out while another was written. */
    Answer outOfMemory() {
        return failed(new Failure("MEMORY_LIMIT", "java.lang.OutOfMemoryError", true));
    }

    private Object call(List<?> arguments) throws Exception, Mismatch {
        if (entry == null) {
            entry = EntryPoint.find(Class.forName(mainClass, false, classes), method);
        }
        return entry.call(arguments).run();
    }

    private Answer failed(Failure failure) {
        ended = failure.last() ? failure : null;
        return new Answer(failure.status(), NO_VALUE, failure.detail());
    }
}
