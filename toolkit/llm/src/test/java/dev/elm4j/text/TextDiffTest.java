package dev.elm4j.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextDiffTest {

    @Test
    void showsThreeLinesAroundAChange() {
        assertThat(TextDiff.of("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nx\n6\n7\n8\n9\n"))
                .isEqualTo("@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+x\n 6\n 7\n 8\n");
    }

    @Test
    void changesThatAreFarApartAreTwoHunks() {
        String before = "0\n1\n2\n3\n4\n5\n6\n7\n8\n9\n";
        assertThat(TextDiff.of(before, before.replace("0", "x").replace("8", "y")))
                .isEqualTo("@@ -1,4 +1,4 @@\n-0\n+x\n 1\n 2\n 3\n@@ -6,5 +6,5 @@\n 5\n 6\n 7\n-8\n+y\n 9\n");
        assertThat(TextDiff.of(before, before.replace("0", "x").replace("7", "y")))
                .containsOnlyOnce("@@ -");
    }

    @Test
    void countsAnEmptySideFromTheLineBefore() {
        assertThat(TextDiff.of("", "a\n")).isEqualTo("@@ -0,0 +1,1 @@\n+a\n");
        assertThat(TextDiff.of("a\n", "")).isEqualTo("@@ -1,1 +0,0 @@\n-a\n");
    }

    @Test
    void saysWhereALineEndIsMissing() {
        assertThat(TextDiff.of("a", "a\n")).isEqualTo("@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+a\n");
    }

    @Test
    void namesBothTexts() {
        assertThat(TextDiff.named("a\n", "b\n", "parent\n7", "child")).startsWith("--- parent 7\n+++ child\n@@ ");
        assertThat(TextDiff.named("a\n", "a\n", "parent", "child")).isEmpty();
    }

    @Test
    void bringsTextsOfManyDifferentLinesToAnEnd() {
        String diff = TextDiff.of("start\n" + "a\n".repeat(40_000), "start\n" + "b\n".repeat(40_000));
        assertThat(diff.lines()).hasSize(80_002);
        assertThat(TextDiff.of("a\n".repeat(3_999), "b\n".repeat(4_000)).lines())
                .hasSize(8_000);
    }
}
