package dev.elm4j.sandbox.worker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/** Keeps the classes that are written. The source lies nowhere, as far as the JDK's files are asked. */
final class InMemoryClasses extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, ByteArrayOutputStream> outputs;

    InMemoryClasses(JavaFileManager jdk, Map<String, ByteArrayOutputStream> outputs) {
        super(jdk);
        this.outputs = outputs;
    }

    @Override
    public boolean contains(Location location, FileObject file) throws IOException {
        return !(file instanceof SourceText) && super.contains(location, file);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        outputs.put(name, bytes);
        return new SimpleJavaFileObject(URI.create("mem:///Program.class"), kind) {
            @Override
            public OutputStream openOutputStream() {
                return bytes;
            }
        };
    }
}
