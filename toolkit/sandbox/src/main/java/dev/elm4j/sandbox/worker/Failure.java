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

    /** What was thrown by the program, or by reading its value. */
    static Failure of(Throwable thrown, ProgramClasses program) {
        if (thrown instanceof ExceptionInInitializerError && thrown.getCause() != null) {
            Failure cause = of(thrown.getCause(), program);
            boolean threw = cause.status.equals("EXCEPTION") || cause.status.equals("TYPE_ERROR");
            return new Failure(
                    threw ? "LOAD_ERROR" : cause.status, "in a static initialiser: " + cause.detail, cause.last);
        }
        if (thrown instanceof OutOfMemoryError) {
            return new Failure("MEMORY_LIMIT", text(thrown, program), true);
        }
        String status = "EXCEPTION";
        if (thrown instanceof StackOverflowError) {
            status = "STACK_OVERFLOW";
        } else if (thrown instanceof LinkageError) {
            status = "LOAD_ERROR";
        } else if (thrown instanceof ClassCastException) {
            status = "TYPE_ERROR";
        }
        return new Failure(status, text(thrown, program), false);
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
        return cut(text, DETAIL);
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
