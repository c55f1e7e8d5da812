package dev.elm4j.sandbox.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the guard says of ordinary programs (nothing) and of attacks (something, at its line). */
class JavaGuardTest {

    private static Map<String, String> programs(String file) throws IOException {
        Map<String, String> programs = new LinkedHashMap<>();
        try (InputStream in = JavaGuardTest.class.getResourceAsStream(file)) {
            for (String part : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .substring(4)
                    .split("\n=== ")) {
                int end = part.indexOf('\n');
                programs.put(part.substring(0, end), part.substring(end + 1));
            }
        }
        return programs;
    }

    static Stream<Arguments> ordinary() throws IOException {
        return programs("ordinary.txt").entrySet().stream()
                .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    static Stream<Arguments> attacks() throws IOException {
        return programs("attacks.txt").entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    private static String check(String source) {
        Javac javac = Javac.compile(source);
        assertThat(javac.errors()).isEmpty();
        return JavaGuard.check(javac.files(), javac.names());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void ordinary(String name, String source) {
        assertThat(check(source)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void attacks(String name, String source) {
        String findings = check(source);
        assertThat(findings).isNotEmpty();
        long lines = source.lines().count();
        for (String finding : findings.split("\n")) {
            String[] fields = finding.split("\t");
            assertThat(fields).hasSize(3);
            assertThat(Integer.parseInt(fields[0])).as(finding).isBetween(1, (int) lines);
            assertThat(fields[1]).matches("[a-z]+");
        }
    }

    @Test
    void thereAreEnoughOfBoth() throws IOException {
        assertThat(ordinary().count()).isGreaterThanOrEqualTo(40);
        assertThat(attacks().count()).isGreaterThanOrEqualTo(50);
    }

    @Test
    void aFindingNamesItsLineAndSaysWhatToDo() {
        assertThat(check("import java.nio.file.*;\nclass P {\n  static Object run() throws Exception {\n"
                        + "    System.gc();\n    System.exit(1);\n    return Files.size(null);\n  }\n}"))
                .isEqualTo("5\texit\tjava.lang.System.exit ends the program before its value is back: return instead\n"
                        + "6\tfile\tjava.nio.file.Files reads or writes files, and there are none: take arguments and"
                        + " return a value\n");
    }
}
