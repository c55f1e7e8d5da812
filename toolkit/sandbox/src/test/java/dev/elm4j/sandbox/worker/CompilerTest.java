package dev.elm4j.sandbox.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources and what the compiler's virtual machine answers. */
class CompilerTest {

    private static InsideJvm jvm;

    @BeforeAll
    static void start() {
        jvm = InsideJvm.compiler();
    }

    @AfterAll
    static void stop() {
        jvm.close();
    }

    private static List<String> compile(String source, String entry) {
        jvm.send("compile", "0123", source, entry, "off");
        List<String> answer = jvm.receive();
        assertThat(answer.get(1)).isEqualTo("0123");
        return answer;
    }

    @Test
    void aSourceBecomesClasses() {
        List<String> answer = compile("package a; public class P { static class Q {} static void run() {} }", "run");
        assertThat(answer.get(0)).isEqualTo("compiled");
        assertThat(answer.get(2)).isEqualTo("a.P");
        assertThat(answer).contains("a.P", "a.P$Q").hasSize(8);
    }

    @Test
    void errorsAreSentencesWithTheirLines() {
        assertThat(compile("class P {\n int a = ;\n}", "run"))
                .containsExactly("error", "0123", "line 2: illegal start of expression");
        assertThat(compile("class P {\n int a = b;\n int c = d;\n}", "run").get(2))
                .isEqualTo("line 2: cannot find symbol, symbol: variable b, location: class P\n"
                        + "line 3: cannot find symbol, symbol: variable d, location: class P");
    }

    private static List<String> guarded(String source, String guard) {
        jvm.send("compile", "0123", source, "run", guard);
        return jvm.receive();
    }

    @Test
    void theGuardWarnsOrRefuses() {
        String source = "class P {\n static void run() { System.exit(1); }\n}";
        String finding = "2\texit\tjava.lang.System.exit ends the program before its value is back: return instead\n";
        assertThat(guarded(source, "strict")).containsExactly("rejected", "0123", finding);
        assertThat(guarded(source, "warn").subList(0, 4)).containsExactly("compiled", "0123", "P", finding);
        assertThat(guarded(source, "off").subList(0, 4)).containsExactly("compiled", "0123", "P", "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "class A { static void run() {} } class B { static void run() {} }|run|A",
                "class A { static void run() {} } public class B { static void run() {} }|run|B",
                "class A {} public class B {} class C { static void run() {} }|run|C",
                "class A { static void run() {} } class B extends A {}|B.run|B",
                "public class A { static class B { static void run() {} } }|A.B.run|A$B",
                "public class A { static class B { static void run() {} } }|B.run|A$B",
                "package x.y; public class A { static void run() {} }|x.y.A.run|x.y.A",
                "package x.y; public class A { static void run() {} }|A.run|x.y.A",
                "interface A { static void run() {} }|run|A",
                "record A(int x) { static void run() {} }|run|A",
                "enum A { B; static void run() {} }|run|A"
            })
    void theMainClassIsFound(String source, String entry, String main) {
        assertThat(compile(source, entry).subList(0, 3)).containsExactly("compiled", "0123", main);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "class A { void run() {} }|run|the method run is not static: declare it public static",
                "class A { static void f() {} static void g() {} }|run"
                        + "|there is no static method run in the class A; its static methods are f, g",
                "class A { }|run|there is no static method run in the class A",
                "class A { }|B.run|there is no class B in the source"
            })
    void anAbsentEntryPointIsExplained(String source, String entry, String reason) {
        assertThat(compile(source, entry)).containsExactly("entry", "0123", reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "package java.lang; public class A { static void run() {} }|line 1: package exists in another module: java.base",
                "|the source declares no class",
                "import java.util.*;|the source declares no class",
                "class A { } class A { }|line 1: duplicate class: A",
                "class A { int x = true; }|line 1: incompatible types: boolean cannot be converted to int",
                "class A { void a() { for (var i = i; i < 9; i++) { } } }"
                        + "|line 1: cannot infer type for local variable i, (cannot use 'var' on self-referencing variable)",
                "class A { static dev.elm4j.sandbox.worker.Wire w; }"
                        + "|line 1: package dev.elm4j.sandbox.worker does not exist"
            })
    void sourcesThatAreNoProgramsAreErrors(String source, String message) {
        assertThat(compile(source == null ? "" : source, "run")).containsExactly("error", "0123", message);
    }

    @Test
    void textOfErrorsIsBounded() {
        StringBuilder source = new StringBuilder("class A {");
        for (int i = 0; i < 1_000; i++) {
            source.append("int a").append(i).append(" = missing").append(i).append(";\n");
        }
        assertThat(compile(source + "}", "run").get(2)).hasSizeBetween(500, 4_000);
        String longName = "x".repeat(50_000);
        assertThat(compile("class A { int a = " + longName + "; }", "run").get(2))
                .hasSizeBetween(100, 500);
        assertThat(compile("class A { }" + " ".repeat(70_000), "run").get(2))
                .isEqualTo("the source has 70011 bytes, more than the 65536 allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"module m {}", "open module m { requires java.base; }", "class A { } module m {}"})
    void aModuleIsNoProgram(String source) {
        assertThat(compile(source, "run").get(0)).isIn("error", "entry");
    }

    @Test
    void aChainOfCallsOnALargeObjectIsReadOnce() {
        String source = "class A { A x() { return this; } static Object run() { return new A() { void all() { "
                + "x();".repeat(8_000) + " } }" + ".x()".repeat(1_200) + "; } }";
        long began = System.nanoTime();
        assertThat(compile(source, "run").get(0)).isEqualTo("compiled");
        assertThat(System.nanoTime() - began).isLessThan(4_000_000_000L);
    }

    /** Each in a virtual machine of its own, since giving up ends its use. */
    @ParameterizedTest
    @MethodSource
    void bombsMakeTheCompilerGiveUpOrFailButNeverSilent(String source) {
        try (InsideJvm other = InsideJvm.compiler()) {
            other.send("compile", "7", source, "run", "strict");
            List<String> answer = other.receive();
            assertThat(answer.get(0)).isIn("gaveup", "failed", "error");
            assertThat(answer.get(2)).isNotEmpty();
        }
    }

    static Stream<String> bombsMakeTheCompilerGiveUpOrFailButNeverSilent() {
        StringBuilder folding = new StringBuilder("class A { static final String a0 = \"xxxxxxxxxxxxxxxx\";");
        for (int i = 1; i < 16; i++) {
            folding.append(
                    "static final String a" + i + " = " + ("a" + (i - 1) + " + ").repeat(3) + "a" + (i - 1) + ";");
        }
        return Stream.of(
                "class A { static int run() { return " + "(".repeat(30_000) + "1" + ")".repeat(30_000) + "; } }",
                "class A { static int run() { return " + "-~".repeat(32_000) + "1; } }",
                "class A { static int run() { " + "{".repeat(30_000) + "}".repeat(30_000) + " } }",
                folding + " static void run() { } }",
                "class A { int" + "[]".repeat(300) + " x; static void run() { } }");
    }
}
