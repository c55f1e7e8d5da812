package dev.elm4j.sandbox.worker;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * One source, compiled in memory. Annotations are not processed, so that the compiler runs nothing of the source's; it
 * sees the JDK and no other class or file.
 *
 * <p>Not safe for threads: the files of the JDK are read through one manager.
 */
final class Javac {

    /** Bytes of a source, in UTF-8. */
    static final int SOURCE_BYTES = 1 << 16;
    /** Bytes of all classes. */
    static final int CLASS_BYTES = 4 << 20;

    /** Concatenation inline: bootstrapping it costs a fresh virtual machine ten times what a small program runs. */
    private static final List<String> OPTIONS = List.of(
            "-proc:none",
            "-g:lines",
            "-Xlint:none",
            "-nowarn",
            "-implicit:none",
            "-Xmaxerrs",
            "20",
            "-XDstringConcat=inline");

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    private static final StandardJavaFileManager JDK = jdk();

    private final CompileErrors errors = new CompileErrors();
    private final Map<String, ByteArrayOutputStream> outputs = new LinkedHashMap<>();
    private final JavacTask task;
    private List<String> topLevel = List.of();
    private SourceNames names;

    private Javac(String source) {
        task = (JavacTask) COMPILER.getTask(
                Writer.nullWriter(),
                new InMemoryClasses(JDK, outputs),
                errors,
                OPTIONS,
                null,
                List.of(new SourceText(source)));
    }

    /**
     * @throws StackOverflowError and other errors of a compiler that a source was too much for; the virtual machine is
     *     then to be replaced
     */
    static Javac compile(String source) {
        Javac javac = new Javac(source);
        int bytes = source.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > SOURCE_BYTES) {
            javac.errors.add(0, "the source has " + bytes + " bytes, more than the " + SOURCE_BYTES + " allowed");
        } else {
            javac.compile();
        }
        return javac;
    }

    private void compile() {
        try {
            Iterable<? extends CompilationUnitTree> units = task.parse();
            if (errors.isEmpty()) {
                topLevel = topLevel(units);
                names = SourceNames.of(units, Trees.instance(task)); // before the trees are torn apart
                task.generate();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // everything is in memory
        } catch (RuntimeException | Error failed) {
            Throwable fault = failed.getCause() instanceof Error error ? error : failed;
            if (fault instanceof VirtualMachineError usedUp) {
                throw usedUp;
            }
            if (errors.isEmpty()) {
                throw failed;
            } // otherwise it stumbled over what it had found wrong
        }
        if (errors.isEmpty() && outputs.isEmpty()) {
            errors.add(0, "the source declares no class");
        }
    }

    /** Sentences such as {@code line 3: ';' expected}, one a line, or nothing. */
    String errors() {
        return errors.text();
    }

    /** Names ({@code a.B$C}) and bytes of the classes, in the order in which they were written. */
    Map<String, byte[]> classes() {
        Map<String, byte[]> classes = new LinkedHashMap<>();
        long total = 0;
        for (Map.Entry<String, ByteArrayOutputStream> output : outputs.entrySet()) {
            classes.put(output.getKey(), output.getValue().toByteArray());
            total += output.getValue().size();
        }
        if (total > CLASS_BYTES) {
            throw new IllegalStateException("the classes have " + total + " bytes");
        }
        return classes;
    }

    /** What the class files say of themselves. */
    List<ClassFile> files() {
        List<ClassFile> files = new ArrayList<>();
        for (byte[] bytes : classes().values()) {
            files.add(ClassFile.read(bytes));
        }
        return files;
    }

    /** Names of the classes that are in no other, in the order of the source. */
    List<String> topLevel() {
        return topLevel;
    }

    private static List<String> topLevel(Iterable<? extends CompilationUnitTree> units) {
        List<String> names = new ArrayList<>();
        for (CompilationUnitTree unit : units) {
            String prefix = unit.getPackageName() == null ? "" : unit.getPackageName() + ".";
            for (Tree declaration : unit.getTypeDecls()) {
                if (declaration instanceof ClassTree type) {
                    names.add(prefix + type.getSimpleName());
                }
            }
        }
        return names;
    }

    /** Where in the source names are used. */
    SourceNames names() {
        return names;
    }

    private static StandardJavaFileManager jdk() {
        StandardJavaFileManager manager = COMPILER.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
        try {
            manager.setLocation(StandardLocation.CLASS_PATH, List.of());
            manager.setLocation(StandardLocation.SOURCE_PATH, List.of());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // no location is read here
        }
        return manager;
    }
}
