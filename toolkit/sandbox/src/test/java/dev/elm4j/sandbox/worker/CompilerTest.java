package dev.elm4j.sandbox.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

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
}
