package dev.elm4j.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.elm4j.contract.HostileTexts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No text may throw, hang or come back broken, whoever wrote it. */
class HostileAnswersTest {

    private static final int LONG = 100_000;
    private static final int SHORTER = 5_000;

    /** A guard against hanging, far above what any of these needs. */
    private static final Duration GUARD = Duration.ofSeconds(10);

    static Stream<String> parts() {
        return Stream.of(
                "`",
                "```\n",
                "```python\n",
                "~~~\n",
                "````\n```\n",
                "[",
                "{",
                "[{\"a\":",
                "[\"",
                "{'",
                "[\"a\",",
                "]",
                "(",
                "<<<<<<< SEARCH\n",
                "<<<<<<< SEARCH\n=======\n>>>>>>> REPLACE\n",
                "=======\n",
                ">>>>>>> REPLACE\n",
                "<",
                "@@ -1,1 +1,1 @@\n",
                "@@\n+a\n",
                "@@\n a\n-a\n+b\n",
                "--- a\n+++ b\n",
                "diff --git a b\n",
                "\\ No\n",
                "+\n",
                "-a\n",
                "<think>",
                "<think></think>",
                "</think>\n",
                "<answer>",
                "<answer>\n",
                "<answer><output>",
                "\"",
                "'",
                "**",
                "> ",
                "\"\"\"",
                "\"\"\"\n",
                "Sure!\n",
                "Sure! ",
                "Here is the text: ",
                "here is the ",
                "Note: I ",
                "I hope this helps!\n\n",
                "1. ",
                "1. a\n",
                "- \n",
                "Option A:\n",
                "\n",
                "\n\n",
                " ",
                "\t",
                "\ud800",
                "\udc00a",
                "a",
                "a ",
                "a\n",
                "7/",
                "7 ",
                "9",
                "1 to 10 ",
                "rating ",
                "score: ",
                "1.",
                "/*",
                "//",
                "#",
                "{a:",
                "\\",
                "a=",
                "def f(",
                "import a",
                "x.",
                "\u0000",
                "\ufeff",
                "\u2028",
                "\r",
                "---\n",
                "===\n",
                "a\n---\n",
                "# EVOLVE-END\n");
    }

    private static void all(String text) {
        var results = new ArrayList<String>();
        CodeBlock.all(text).forEach(block -> results.add(block.code() + block.file() + block.language()));
        CodeBlock.program(text, "python").ifPresent(block -> results.add(block.code()));
        results.add(AnswerText.of(text).text());
        results.add(AnswerText.tagged(text, "answer").text());
        results.addAll(AnswerItems.of(text).items());
        results.add(AnswerJson.object(text).reason() + AnswerJson.array(text).reason());
        results.add(Ratings.one(text, 1, 10).reason());
        results.add(Ratings.named(text, List.of("a", "b"), 1, 10).reason());
        results.add(CommitDiff.prompt(text, text, text));
        results.add(CommitDiff.edits(text).reason());
        results.add(TextDiff.of(text, "a\nb\n"));
        results.add(outcome(Edits.in(text), text));
        results.add(outcome(Edits.in("@@\n-a\n+b"), text));
        String result = String.join("\n", results);
        assertThat(new String(result.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).equals(result))
                .as("what is read out of %s is well formed", Excerpt.of(text, 60))
                .isTrue();
    }

    private static String outcome(Parsed<Edits> edits, String text) {
        var regions = ProtectedRegions.outside("EVOLVE-START", "EVOLVE-END");
        return edits.reason() + edits.value().map(some -> shown(some.apply(text)) + shown(some.apply(text, regions)));
    }

    private static String shown(EditOutcome outcome) {
        return outcome instanceof EditOutcome.Applied applied ? applied.text() : outcome.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "`",
                "```\n",
                "```python\n",
                "[",
                "{",
                "[{\"a\":",
                "[\"",
                "<<<<<<< SEARCH\n",
                "@@\n+a\n",
                "<answer>",
                "\ud800",
                "\"",
                "'",
                "a ",
                "a\n",
                "\n",
                "here is the ",
                "1 to 10 "
            })
    void aVeryLongRowOfOneThingComesToAnEnd(String part) {
        String text = part.repeat(LONG / part.length());
        assertTimeoutPreemptively(GUARD, () -> all(text));
    }

    @ParameterizedTest
    @MethodSource("parts")
    void aLongRowOfOneThingComesToAnEnd(String part) {
        String text = part.repeat(SHORTER / part.length());
        assertTimeoutPreemptively(GUARD, () -> all(text));
        assertTimeoutPreemptively(GUARD, () -> all("```python\n" + text));
        assertTimeoutPreemptively(GUARD, () -> all(text + "```diff\n@@ -1 +1 @@\n-a\n+b"));
    }

    @Test
    void textsPutTogetherAtRandomNeverThrow() {
        var random = new SplittableRandom(8);
        List<String> parts = parts().toList();
        for (int i = 0; i < 1_000; i++) {
            var text = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                text.append(parts.get(random.nextInt(parts.size())));
            }
            String answer = text.toString();
            all(answer);
            String cleaned = AnswerText.of(answer).text();
            assertThat(AnswerText.of(cleaned).text())
                    .as("cleaned twice: %s", Excerpt.of(answer, 300))
                    .isEqualTo(cleaned);
        }
    }

    @Test
    void hostileTextsComeToAnEnd() {
        HostileTexts.all().forEach(HostileAnswersTest::all);
    }
}
