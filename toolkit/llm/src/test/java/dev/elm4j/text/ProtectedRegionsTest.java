package dev.elm4j.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ProtectedRegionsTest {

    private static final String KEPT = "a\n# PROTECTED-BEGIN\nb\n# PROTECTED-END\nc\n";
    private static final String BLOCK = "import math\n// EVOLVE-BLOCK-START\nx = 1\n// EVOLVE-BLOCK-END\nrun()\n";

    private final ProtectedRegions between = ProtectedRegions.between("PROTECTED-BEGIN", "PROTECTED-END");
    private final ProtectedRegions outside = ProtectedRegions.outside("EVOLVE-BLOCK-START", "EVOLVE-BLOCK-END");

    private static String edited(String source, String target, ProtectedRegions regions) {
        String answer = TextDiff.of(source, target);
        EditOutcome outcome = Edits.in(answer).value().orElseThrow().apply(source, regions);
        return outcome instanceof EditOutcome.NotApplied refused
                ? refused.refusals().get(0).reason()
                : ((EditOutcome.Applied) outcome).text();
    }

    @Test
    void linesBetweenMarksStay() {
        assertThat(edited(KEPT, KEPT.replace("b\n", "x\n"), between))
                .isEqualTo("Edit 1 changes protected lines (lines 2 to 4).");
        assertThat(edited(KEPT, KEPT.replace("b\n", "b\nx\n"), between)).startsWith("Edit 1 changes protected");
        assertThat(edited(KEPT, KEPT.replace("# PROTECTED-END\n", ""), between)).startsWith("Edit 1 changes protected");
    }

    @Test
    void linesAroundProtectedOnesMayChange() {
        for (String target : new String[] {
            KEPT.replace("a\n", "x\n"),
            KEPT.replace("c\n", "x\n"),
            KEPT.replace("a\n", "a\nx\n"),
            KEPT.replace("c\n", "x\nc\n")
        }) {
            assertThat(edited(KEPT, target, between)).isEqualTo(target);
        }
    }

    @Test
    void onlyABlockMayChangeWhereTheRestIsProtected() {
        for (String target : new String[] {
            BLOCK.replace("x = 1\n", "x = 2\n"),
            BLOCK.replace("x = 1\n", "y = 0\nx = 1\n"),
            BLOCK.replace("x = 1\n", "x = 1\ny = 2\n"),
            BLOCK.replace("x = 1\n", "")
        }) {
            assertThat(edited(BLOCK, target, outside)).isEqualTo(target);
        }
        for (String target : new String[] {
            "evil()\n" + BLOCK, BLOCK + "evil()\n", BLOCK.replace("math", "os"), BLOCK.replace("run", "stop"),
        }) {
            assertThat(edited(BLOCK, target, outside)).contains("protected");
        }
    }

    @Test
    void noEditBringsAMark() {
        String target = BLOCK.replace("x = 1\n", "x = 1\n# EVOLVE-BLOCK-END\nevil()\n# EVOLVE-BLOCK-START\n");
        assertThat(edited(BLOCK, target, outside))
                .isEqualTo("Edit 1 brings a mark of a protected region into the text.");
    }

    @Test
    void withoutMarksNothingOrAllIsProtected() {
        assertThat(edited("a\n", "b\n", between)).isEqualTo("b\n");
        assertThat(edited("a\n", "b\n", outside)).isEqualTo("Edit 1 changes protected lines (lines 1 to 1).");
    }

    @Test
    void anOpenRegionLastsToTheEndAndAnOpenBlockIsNone() {
        assertThat(edited("a\n# PROTECTED-BEGIN\nb\n", "a\n# PROTECTED-BEGIN\nc\n", between))
                .contains("protected");
        assertThat(edited("# EVOLVE-BLOCK-START\nb\n", "# EVOLVE-BLOCK-START\nc\n", outside))
                .contains("protected");
    }

    @Test
    void rangesOfLinesStay() {
        var regions = ProtectedRegions.lines(2, 3);
        assertThat(edited("a\nb\nc\nd\n", "a\nb\nx\nd\n", regions)).contains("(lines 2 to 3)");
        assertThat(edited("a\nb\nc\nd\n", "x\nb\nc\ny\n", regions)).isEqualTo("x\nb\nc\ny\n");
    }

    @Test
    void seesInAProgramWrittenAnewWhetherAllIsThere() {
        assertThat(outside.kept(BLOCK, BLOCK.replace("x = 1", "y = 2\nz = 3"))).isTrue();
        assertThat(outside.kept(BLOCK, BLOCK.replace("run()", "stop()"))).isFalse();
        assertThat(between.kept(KEPT, "x\n" + KEPT)).isTrue();
        assertThat(between.kept(KEPT, KEPT.replace("b\n", ""))).isFalse();
        assertThat(ProtectedRegions.lines(2, 3).kept("a\nb\nc\nd", "x\ny\nb\nc\n"))
                .isTrue();
        assertThat(ProtectedRegions.lines(2, 3).kept("a\nb\nc\nd", "b\nx\nc\n")).isFalse();
        assertThat(ProtectedRegions.none().kept("a", "b")).isTrue();
    }

    /** The promise that counts: whatever was applied, what is protected is as it was. */
    @Test
    void whateverIsAppliedKeepsWhatIsProtected() {
        var random = new SplittableRandom(7);
        String[] lines = {"a", "b", "# PROTECTED-BEGIN", "# PROTECTED-END", "c"};
        int applied = 0;
        for (int i = 0; i < 3_000; i++) {
            String source = random(lines, random);
            String target = random(lines, random);
            if (!source.equals(target)) {
                EditOutcome outcome = Edits.in(TextDiff.of(source, target))
                        .value()
                        .orElseThrow()
                        .apply(source, between);
                if (outcome instanceof EditOutcome.Applied change) {
                    assertThat(between.kept(source, change.text()))
                            .as("%s to %s", source, target)
                            .isTrue();
                    applied++;
                }
            }
        }
        assertThat(applied).isGreaterThan(100);
    }

    private static String random(String[] lines, SplittableRandom random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(7); i > 0; i--) {
            text.append(lines[random.nextInt(lines.length)]).append('\n');
        }
        return text.toString();
    }

    @Test
    void refusesMarksAndRangesThatCannotBe() {
        assertThatIllegalArgumentException().isThrownBy(() -> ProtectedRegions.between("A", "AB"));
        assertThatIllegalArgumentException().isThrownBy(() -> ProtectedRegions.outside(" ", "END"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProtectedRegions.lines(3, 2))
                .withMessage("Protected lines go from 1 on, first to last, but were 3 to 2.");
    }
}
