package dev.elm4j.sandbox.worker;

import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticListener;
import javax.tools.JavaFileObject;

/** Collects errors as sentences, only as many as are shown. */
final class CompileErrors implements DiagnosticListener<JavaFileObject> {
    private static final int MESSAGE = 400;
    private static final int ALL = 4_000;
    private final StringBuilder text = new StringBuilder();

    @Override
    public void report(Diagnostic<? extends JavaFileObject> diagnostic) {
        if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
            add(diagnostic.getLineNumber(), diagnostic.getMessage(Locale.ROOT));
        }
    }

    void add(long line, String message) {
        String sentence = (line > 0 ? "line " + line + ": " : "")
                + Failure.cut(message.strip().replaceAll("\\s*\\n\\s*", ", ").replaceAll("\\s+", " "), MESSAGE);
        if (text.length() + sentence.length() < ALL) {
            text.append(text.length() == 0 ? "" : "\n").append(sentence);
        }
    }

    boolean isEmpty() {
        return text.length() == 0;
    }

    String text() {
        return text.toString();
    }
}
