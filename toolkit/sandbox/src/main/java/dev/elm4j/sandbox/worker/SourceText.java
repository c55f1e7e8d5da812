package dev.elm4j.sandbox.worker;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** The text of the source. It may hold public classes of any name. */
final class SourceText extends SimpleJavaFileObject {
    private final String text;

    SourceText(String text) {
        super(URI.create("string:///Program.java"), Kind.SOURCE);
        this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }

    @Override
    public boolean isNameCompatible(String simpleName, Kind kind) {
        return kind == Kind.SOURCE && !simpleName.equals("module-info") && !simpleName.equals("package-info");
    }
}
