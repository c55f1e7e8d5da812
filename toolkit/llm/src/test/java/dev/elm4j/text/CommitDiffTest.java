package dev.elm4j.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommitDiffTest {

    private static final String BEFORE = "def f():\n    return 1";
    private static final String DIFF = "@@ -1,2 +1,2 @@\n def f():\n-    return 1\n+    return 2";

    @Test
    void writesTheFormThatDiffModelsWereTrainedOn() {
        assertThat(CommitDiff.prompt("walker.py", BEFORE, "Return\n2."))
                .isEqualTo("<NME> walker.py\n<BEF> def f():\n    return 1\n<MSG> Return 2.\n<DFF>");
    }

    @Test
    void readsTheDiffUpToItsEndMark() {
        for (String end :
                new String[] {"", "\n", "<|endoftext|>", "\n<NME> other.py\n<BEF> @@ -1 +1 @@\n-a\n+b", "</s>"}) {
            assertThat(applied(" " + DIFF + end)).isEqualTo("def f():\n    return 2");
        }
    }

    @Test
    void readsAWholeCommit() {
        assertThat(applied(CommitDiff.example("walker.py", BEFORE, "Return 2.", DIFF)))
                .isEqualTo("def f():\n    return 2");
    }

    @Test
    void saysThatThereIsNoDiff() {
        assertThat(CommitDiff.edits("<|endoftext|>").reason()).startsWith("The answer has no edit");
    }

    private static String applied(String answer) {
        return ((EditOutcome.Applied)
                        CommitDiff.edits(answer).value().orElseThrow().apply(BEFORE))
                .text();
    }
}
