package dev.elm4j.sandbox.worker;

/**
 * How an input ended that gave no value: a status and a sentence.
 *
 * @param status a name of the contract with the supervisor
 * @param detail at most {@link #DETAIL} characters
 * @param last whether the inputs after it are not tried
 */
record Failure(String status, String detail, boolean last) {

    static final int DETAIL = 1_000;

    /** The detail may come from a program: it is cut, and empty instead of null. */
    Failure {
        detail = detail == null ? "" : cut(detail, DETAIL);
    }

    /** What was thrown by the program, or by reading its value. */
    static Failure of(Throwable thrown, ProgramClasses program) {
        Throwable cause = initialising(thrown);
        return cause == null
                ? of(thrown, "", program)
                : of(cause, "in a static initialiser: ", program); // nothing nests them but a program with an aim
    }

    /** What was thrown before the first call: by a static initialiser, or for want of a class or method. */
    static Failure ofLoading(Throwable thrown, ProgramClasses program) {
        Failure failure = of(thrown, program);
        boolean threw = failure.status.equals("EXCEPTION") || failure.status.equals("TYPE_ERROR");
        return threw ? new Failure("LOAD_ERROR", failure.detail, true) : failure;
    }

    /** What a static initialiser threw; null where it was none. A class of the program's own could answer anything. */
    private static Throwable initialising(Throwable thrown) {
        return thrown != null && thrown.getClass() == ExceptionInInitializerError.class ? thrown.getCause() : null;
    }

    private static Failure of(Throwable thrown, String where, ProgramClasses program) {
        String status = "EXCEPTION";
        if (thrown instanceof OutOfMemoryError) {
            status = "MEMORY_LIMIT";
        } else if (thrown instanceof StackOverflowError) {
            status = "STACK_OVERFLOW";
        } else if (thrown instanceof ClassCastException) {
            status = "TYPE_ERROR";
        }
        return new Failure(status, where + text(thrown, program), status.equals("MEMORY_LIMIT"));
    }

    private static String text(Throwable thrown, ProgramClasses program) {
        String text = thrown.getClass().getName();
        try {
            String message = thrown.getMessage();
            text = message == null ? text : text + ": " + cut(message, DETAIL - 200);
            int line = line(thrown, program);
            text = line > 0 ? text + " (line " + line + ")" : text;
        } catch (Throwable hostile) { // its getMessage or getStackTrace is the program's own
            text = text + " (its message cannot be read)";
        }
        return text;
    }

    /** The line of the program's own frame nearest to the throw. */
    private static int line(Throwable thrown, ProgramClasses program) {
        for (StackTraceElement frame : thrown.getStackTrace()) {
            if (program.has(frame.getClassName())) {
                return frame.getLineNumber();
            }
        }
        return 0;
    }

    static String cut(String text, int length) {
        return text.length() > length ? text.substring(0, length - 3) + "..." : text;
    }
}
