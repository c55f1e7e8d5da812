package dev.elm4j.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compiles and runs every example of the Javadoc of all modules. Where a line ends in a number or a quoted text as its
 * comment, the value must be that. Names that an example takes for granted ({@code search}, {@code model}, …) come from
 * the prelude. Examples that name a model's file are only compiled.
 */
class JavadocExamplesTest {

    private static final Pattern EXAMPLE = Pattern.compile("<pre>\\{@code\\n(.*?)\\}</pre>", Pattern.DOTALL);
    private static final Pattern PACKAGE = Pattern.compile("^package (\\S+);", Pattern.MULTILINE);

    /** Public types and package pages; what a package keeps to itself cannot be named from outside. */
    private static final Pattern SHOWN =
            Pattern.compile("^(public (?!@)|package \\S+;\\s*$(?![\\s\\S]))", Pattern.MULTILINE);

    /** An expression, and a comment that begins with a number or is a quoted text. */
    private static final Pattern CLAIM = Pattern.compile(
            "^(?!var |try |return )([\\w.]+\\(.*\\)(?:\\[\\d+])*);\\s+// (-?\\d+(?:\\.\\d+)?|\"[^\"]*\")(?:[,:;].*)?$");

    private record Example(String name, String text) {}

    @TempDir
    static Path folder;

    @TestFactory
    List<DynamicTest> everyExampleCompilesAndRuns() throws Exception {
        List<Example> examples = examples();
        assertThat(examples).hasSizeGreaterThan(40);
        Class<?> compiled = compile(examples);
        var tests = new ArrayList<DynamicTest>();
        for (int i = 0; i < examples.size(); i++) {
            String method = "example" + i;
            tests.add(DynamicTest.dynamicTest(examples.get(i).name(), () -> run(compiled, method)));
        }
        return tests;
    }

    private static void run(Class<?> compiled, String method) throws Throwable {
        try {
            compiled.getDeclaredMethod(method).invoke(null);
        } catch (InvocationTargetException fault) {
            throw fault.getCause();
        }
    }

    private static List<Example> examples() throws IOException {
        var examples = new ArrayList<Example>();
        for (Path file : sources()) {
            String source = Files.readString(file);
            Matcher matcher = EXAMPLE.matcher(source);
            while (SHOWN.matcher(source).find() && matcher.find()) {
                String text = matcher.group(1).replaceAll("(?m)^\\s*\\* ?", "");
                examples.add(new Example(
                        file.getFileName() + " in " + file.getParent().getFileName(), text));
            }
        }
        return examples;
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(".."))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().replace('\\', '/').contains("/src/main/java/"))
                    .filter(file -> !file.toString().contains("benchmarks"))
                    .sorted()
                    .toList();
        }
    }

    private static Class<?> compile(List<Example> examples) throws Exception {
        Path source = Files.writeString(folder.resolve("Examples.java"), code(examples));
        var messages = new ByteArrayOutputStream();
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        String[] arguments = {"-proc:none", "-cp", classPath, "-d", folder.toString(), source.toString()};
        int result = ToolProvider.getSystemJavaCompiler().run(null, messages, messages, arguments);
        assertThat(result).as("%s", messages).isZero();
        URL[] urls = {folder.toUri().toURL()};
        return new URLClassLoader(urls, JavadocExamplesTest.class.getClassLoader()).loadClass("Examples");
    }

    private static String code(List<Example> examples) throws IOException {
        var code = new StringBuilder(imports());
        code.append(Files.readString(Path.of("src/test/resources/dev/elm4j/notebook/examples-prelude.txt")));
        for (int i = 0; i < examples.size(); i++) {
            String text = examples.get(i).text();
            code.append("public static void example%d() throws Exception {\n".formatted(i));
            code.append(text.contains(".gguf") ? "if (System.nanoTime() != 0) { return; }\n" : "");
            text.lines().forEach(line -> code.append(claim(line)).append('\n'));
            code.append("}\n");
        }
        return code.append("}\n").toString();
    }

    private static String claim(String line) {
        Matcher matcher = CLAIM.matcher(line.strip());
        return matcher.matches() ? "expect(%s, %s);".formatted(matcher.group(2), matcher.group(1)) : line;
    }

    private static String imports() throws IOException {
        var packages = new TreeSet<String>();
        for (Path file : sources()) {
            Matcher matcher = PACKAGE.matcher(Files.readString(file));
            if (matcher.find()) {
                packages.add(matcher.group(1));
            }
        }
        return packages.stream().map("import %s.*;\n"::formatted).collect(Collectors.joining());
    }
}
