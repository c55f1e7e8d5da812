package dev.elm4j.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EditsTest {

    private static final int TEXTS = 2_000;

    /** Few different lines, so that places are often equal, and lines that look like the diff's own. */
    private static final List<String> LINES = List.of(
            "",
            " ",
            "a",
            "b",
            "    return x",
            "\tx",
            "-- a",
            "++ b",
            "@@ -1 +1 @@",
            "```",
            "}",
            "\\ No newline",
            "c",
            "d",
            "e");

    @Test
    void aDiffAppliedToTheOneTextGivesTheOther() {
        var random = new SplittableRandom(1);
        for (int i = 0; i < TEXTS; i++) {
            String before = text(random);
            String after = random.nextInt(3) == 0 ? text(random) : changed(before, random);
            String diff = TextDiff.of(before, after);
            assertThat(before.equals(after) ? before : applied(diff, before))
                    .as("%s%nfrom %s", diff, Excerpt.of(before, 500))
                    .isEqualTo(after);
        }
    }

    @Test
    void aDiffWithHeadersInAFenceIsTheSame() {
        var random = new SplittableRandom(2);
        for (int i = 0; i < TEXTS; i++) {
            String before = text(random);
            String after = changed(before, random);
            String diff = "Sure!\n```diff\n" + TextDiff.named(before, after, "a/x", "b/x") + "```\nDone.";
            if (!before.equals(after)) {
                assertThat(applied(diff, before)).as(diff).isEqualTo(after);
            }
        }
    }

    @Test
    void readsTheDiffsOfAnotherLibrary() {
        var random = new SplittableRandom(3);
        for (int i = 0; i < TEXTS; i++) {
            List<String> before = lines(random, 1);
            List<String> after = new ArrayList<>(before);
            after.set(random.nextInt(after.size()), "new " + i);
            var patch = DiffUtils.diff(before, after);
            String diff = String.join("\n", UnifiedDiffUtils.generateUnifiedDiff("a/x", "b/x", before, patch, 3));
            assertThat(applied(diff, String.join("\n", before) + "\n")).isEqualTo(String.join("\n", after) + "\n");
        }
    }

    @Test
    void theLineEndsOfTheTextStay() {
        var random = new SplittableRandom(4);
        for (int i = 0; i < TEXTS; i++) {
            String before = text(random);
            String after = changed(before, random);
            String diff = TextDiff.of(before, after);
            if (!diff.isEmpty() && before.contains("\n")) {
                assertThat(applied(diff, before.replace("\n", "\r\n"))).isEqualTo(after.replace("\n", "\r\n"));
            }
        }
    }

    @Test
    void aDiffWithAnotherLineIsNeverApplied() {
        var random = new SplittableRandom(5);
        int tried = 0;
        for (int i = 0; i < TEXTS; i++) {
            String before = text(random);
            List<String> diff = new ArrayList<>(
                    TextDiff.of(before, changed(before, random)).lines().toList());
            List<Integer> shown = IntStream.range(0, diff.size())
                    .filter(line ->
                            diff.get(line).startsWith(" ") || diff.get(line).startsWith("-"))
                    .boxed()
                    .toList();
            if (!shown.isEmpty()) {
                int line = shown.get(random.nextInt(shown.size()));
                diff.set(line, diff.get(line) + "zz");
                assertThat(Edits.in(String.join("\n", diff))
                                .value()
                                .orElseThrow()
                                .apply(before))
                        .isInstanceOf(EditOutcome.NotApplied.class);
                tried++;
            }
        }
        assertThat(tried).isGreaterThan(TEXTS / 2);
    }

    @Test
    void blocksThatHoldTheWholeTextReplaceIt() {
        var random = new SplittableRandom(6);
        for (int i = 0; i < TEXTS; i++) {
            List<String> before = lines(random, 1);
            List<String> after = lines(random, 1);
            String block = "<<<<<<< SEARCH\nfirst\n%s\nlast\n=======\nfirst\n%s\nlast\n>>>>>>> REPLACE"
                    .formatted(String.join("\n", before), String.join("\n", after));
            String source = "first\n" + String.join("\n", before) + "\nlast\n";
            if (!before.equals(after)) {
                assertThat(applied(block, source)).isEqualTo("first\n" + String.join("\n", after) + "\nlast\n");
            }
        }
    }

    @Test
    void whatNoEditShowsStaysToTheByte() {
        String source = "a = 1 \t\r\nb = 2\n\nc = 3\u00a0\r\nd = 4";
        assertThat(applied("@@\n-b = 2\n+b = 3", source)).isEqualTo("a = 1 \t\r\nb = 3\n\nc = 3\u00a0\r\nd = 4");
    }

    @Test
    void saysWhichLineOfWhichEditIsNotThere() {
        var outcome = (EditOutcome.NotApplied) Edits.in("@@\n-b = 2\n+b = 3\n@@\n c = 3\n-d = 5\n+d = 6")
                .value()
                .orElseThrow()
                .apply("b = 2\nc = 3\nd = 4");
        assertThat(outcome.refusals()).hasSize(1);
        EditRefusal refusal = outcome.refusals().get(0);
        assertThat(refusal.edit()).isEqualTo(2);
        assertThat(refusal.expected()).isEqualTo("d = 5");
        assertThat(refusal.nearest()).isEqualTo("d = 4");
        assertThat(refusal.line()).isEqualTo(3);
    }

    @Test
    void refusesEditsThatOverlap() {
        var outcome = (EditOutcome.NotApplied)
                Edits.in("@@\n-a\n-b\n+x\n@@\n-b\n-c\n+y").value().orElseThrow().apply("a\nb\nc\n");
        assertThat(outcome.refusals().get(0).reason())
                .isEqualTo("Edits 1 and 2 change the same lines, from line 2 on. Make them one edit.");
        assertThat(applied("@@\n a\n-b\n+x\n c\n@@\n-a\n+y\n@@\n-c\n", "a\nb\nc\n"))
                .isEqualTo("y\nx\n");
    }

    @Test
    void showsHowMuchItChanges() {
        assertThat(Edits.in("@@\n-b = 2\n+b = 3\n+c").value().orElseThrow())
                .hasToString("1 edits, 1 lines go, 2 lines come");
    }

    private static String applied(String answer, String source) {
        EditOutcome outcome = Edits.in(answer).value().orElseThrow().apply(source);
        assertThat(outcome).as(answer).isInstanceOf(EditOutcome.Applied.class);
        return ((EditOutcome.Applied) outcome).text();
    }

    private static List<String> lines(SplittableRandom random, int fewest) {
        var lines = new ArrayList<String>();
        for (int i = fewest + random.nextInt(12); i > 0; i--) {
            lines.add(LINES.get(random.nextInt(LINES.size())));
        }
        return lines;
    }

    private static String text(SplittableRandom random) {
        List<String> lines = lines(random, 0);
        return String.join("\n", lines) + (lines.isEmpty() || random.nextInt(4) == 0 ? "" : "\n");
    }

    private static String changed(String text, SplittableRandom random) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            int at = random.nextInt(lines.size());
            if (random.nextBoolean()) {
                lines.add(at, LINES.get(random.nextInt(LINES.size())));
            } else if (lines.size() > 1) {
                lines.remove(at);
            }
        }
        return String.join("\n", lines);
    }
}
