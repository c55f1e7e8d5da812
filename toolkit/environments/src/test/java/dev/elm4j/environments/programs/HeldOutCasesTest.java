package dev.elm4j.environments.programs;

import static dev.elm4j.environments.programs.ProgramEnvironmentTest.evaluation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.elm4j.sandbox.GuardLevel;
import dev.elm4j.sandbox.Language;
import dev.elm4j.sandbox.Sandbox;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a held-out case was given stays with the host, whatever a program says of it. */
class HeldOutCasesTest {

    @AutoClose
    private static Sandbox sandbox;

    @BeforeAll
    static void open() {
        sandbox = ProgramEnvironmentTest.usual();
    }

    /** Programs that say what they were asked by every way there is. */
    private static List<String> tellTales(Language language) {
        if (language == Language.JAVA) {
            return List.of(
                    "public class P { public static int run(int x) { throw new NoClassDefFoundError(\"asked \" + x); } }",
                    "public class P { public static int run(int x) { throw new UnsupportedClassVersionError(\"\" + x); } }",
                    "public class P { static int seen; static class Q { static { if (true) throw new"
                            + " IllegalStateException(\"asked \" + seen); } static void f() {} }"
                            + " public static int run(int x) { seen = x; Q.f(); return 1; } }");
        }
        String told = "import os, struct, sys\ndef tell(*fields):\n"
                + "    os.write(0, struct.pack('>I', len(fields))"
                + " + b''.join(struct.pack('>I', len(f)) + f for f in fields))\n";
        return List.of(
                told + "def run(x):\n    tell(b'failed', b'LOAD_ERROR', b'%d' % x)\n    os._exit(0)",
                told + "def run(x):\n    tell(b'failed', b'REJECTED', b'%d' % x)\n    os._exit(0)",
                told + "def run(x):\n    tell(b'outcome', b'LOAD_ERROR', b'', b'%d' % x, b'0')\n    os._exit(0)",
                told + "def run(x):\n    tell(b'findings', b'1\\tnote\\t%d' % x)\n    return 1",
                told + "tell(b'loaded')\ntell(b'failed', b'LOAD_ERROR', os.read(0, 999))\nos._exit(0)",
                "import sys\nf, seen = sys._getframe(), ''\nwhile f:\n    seen += str(f.f_locals)\n    f = f.f_back\n"
                        + "raise SyntaxError(seen)",
                "def run(x):\n    raise SyntaxError(x)",
                "def run(x):\n    return x");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void noFailureAndNoFeedbackQuotesWhatAHeldOutCaseWasGiven(Language language) {
        ProgramEnvironment usual = ProgramEnvironment.of("secret", language, "run", sandbox)
                .examples(Case.given(1).expects(2))
                .heldOut(Case.given(471_199).expects(815));
        ProgramEnvironment throwing = usual.score("throwing", (expected, value) -> {
            throw new IllegalArgumentException("no score for " + value);
        });
        ProgramEnvironment wide = usual.score("wide", (expected, value) -> ((Number) value).doubleValue());
        for (var environment : List.of(usual, usual.examples(), usual.guard(GuardLevel.OFF), throwing, wide)) {
            for (String source : tellTales(language)) {
                assertThat(evaluation(environment, source).toString())
                        .as(source)
                        .doesNotContain("4711");
            }
        }
        for (String source : tellTales(language)) {
            assertThat(usual.check().fault(source).orElse("")).doesNotContain("4711");
            assertThat(usual.examples().check().fault(source).orElse("")).doesNotContain("4711");
        }
    }
}
