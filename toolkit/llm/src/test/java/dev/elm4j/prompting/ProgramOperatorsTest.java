package dev.elm4j.prompting;

import static dev.elm4j.prompting.Family.child;
import static dev.elm4j.prompting.Family.kind;
import static dev.elm4j.prompting.Family.reason;
import static dev.elm4j.prompting.Family.solution;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.elm4j.environment.Failure;
import dev.elm4j.model.Completion;
import dev.elm4j.model.ScriptedModel;
import dev.elm4j.text.CommitDiff;
import dev.elm4j.text.ProtectedRegions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Operators that change programs. */
class ProgramOperatorsTest {

    private static final String PARENT = "def f(x):\n    y = 2 * x\n    return y\n";

    private static ScriptedModel chats(String answer) {
        return ScriptedModel.of(prompt -> answer);
    }

    private static ScriptedModel continues(String answer) {
        return ScriptedModel.of(prompt -> answer).completions(request -> new Completion(answer, false, 1, 1));
    }

    private static ScriptedModel isCutOff(String answer) {
        return ScriptedModel.of(prompt -> answer).completions(request -> new Completion(answer, true, 1, 1));
    }

    @Nested
    class Whole {

        @Test
        void aChatIsShownTheProgramInAFenceThatNothingInItCloses() {
            var mutation = ProgramMutation.of(chats("```python\nx = 1\n```").chatOnly(), "python")
                    .task("Draw.")
                    .instruction("Change a number.");
            String prompt = child(mutation, "s = '''\n```\n'''\n").prompt();
            assertThat(prompt)
                    .startsWith("Draw.\n\n")
                    .contains("````python\ns = '''\n```\n'''\n````\n\nChange a number. ");
        }

        @Test
        void aContinuationBeginsWithTheParentsFirstLineAndIsOverAtASecondBlock() {
            var model = continues("\n    return 3 * x\n\nprint(f(1))\ndef g():");
            var mutation = ProgramMutation.of(model, "python")
                    .instruction("Change a number.")
                    .task("Do it\nwell.");
            assertThat(child(mutation, PARENT).prompt())
                    .isEqualTo("# Do it\n# well.\n\n# Version 1\n" + PARENT
                            + "\n# Version 2: Change a number.\ndef f(x):");
            assertThat(solution(mutation, PARENT)).isEqualTo("def f(x):\n    return 3 * x");
            assertThat(model.completions().get(0).stops()).contains("\n# Version", "\ndef ");
        }

        @Test
        void severalBlocksGoOnToTheEnd() {
            var mutation = ProgramMutation.of(continues("\ny = 2\n\nprint(y)"), "python");
            assertThat(solution(mutation, "import math\nx = 1")).isEqualTo("import math\ny = 2\n\nprint(y)");
        }

        @Test
        void noCodePromptEndsInAnEmptyPlace() {
            for (String parent : new String[] {"", "x", "x = 1", "a\nb", "\n\n", "f x\n"}) {
                String prompt = child(ProgramMutation.of(continues("y"), "python"), parent)
                        .prompt();
                assertThat(prompt).isEqualTo(prompt.stripTrailing());
            }
        }

        @Test
        void headingsOfTheParentDoNotForgeAVersion() {
            var model = continues("\n    return 3");
            String prompt = child(ProgramMutation.of(model, "python"), "def f():\n    # Version 2\n    return 1")
                    .prompt();
            assertThat(prompt).startsWith("## Version 1\n").contains("\n## Version 2: ");
            assertThat(model.completions().get(0).stops()).contains("\n## Version");
        }

        @Test
        void aCutOffProgramIsAFailureUnlessItWasOver() {
            assertThat(kind(ProgramMutation.of(isCutOff("\n    return 3 *"), "python"), PARENT))
                    .isEqualTo(Failure.CUT_OFF);
            assertThat(solution(ProgramMutation.of(isCutOff("\n    return 3\n\nprint(f("), "python"), PARENT))
                    .isEqualTo("def f(x):\n    return 3");
        }

        @Test
        void theParentAgainButForBlanksIsNoChild() {
            var model = chats("```python\n\ndef f(x):  \n    y = 2 * x\n    return y\n```");
            assertThat(kind(ProgramMutation.of(model.chatOnly(), "python"), PARENT))
                    .isEqualTo(FailureKinds.UNCHANGED);
        }

        @Test
        void whatMustStayMustStay() {
            var regions = ProtectedRegions.between("KEEP", "FREE");
            String parent = "# KEEP\nx = 1\n# FREE\ny = 2";
            var loses = ProgramMutation.of(chats("```\ny = 3\n```").chatOnly(), "python")
                    .regions(regions);
            assertThat(kind(loses, parent)).isEqualTo(FailureKinds.PROTECTED);
            assertThat(child(loses, parent).prompt()).contains("Leave as they are: lines between 'KEEP' and 'FREE'.");
            var keeps = ProgramMutation.of(
                            chats("```\n# KEEP\nx = 1\n# FREE\ny = 3\n```").chatOnly(), "python")
                    .regions(regions);
            assertThat(solution(keeps, parent)).endsWith("y = 3");
            assertThat(keeps.name()).isEqualTo("program(python, without lines between 'KEEP' and 'FREE')");
        }

        @Test
        void aLanguageIsAWord() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ProgramMutation.of(chats(""), "python please"))
                    .withMessage("A language is a single word, such as python or java, but was \"python please\".");
        }
    }

    @Nested
    class Edits {

        @Test
        void blocksAndDiffsChangeTheParent() {
            assertThat(solution(
                            ProgramEdits.searchReplace(
                                    chats("<<<<<<< SEARCH\n    y = 2 * x\n=======\n    y = 3 * x\n>>>>>>> REPLACE")),
                            PARENT))
                    .isEqualTo(PARENT.replace('2', '3'));
            assertThat(solution(
                            ProgramEdits.diff(chats("```diff\n@@\n def f(x):\n-    y = 2 * x\n+    y = 3 * x\n```")),
                            PARENT))
                    .isEqualTo(PARENT.replace('2', '3'));
        }

        @Test
        void whatFitsNowhereIsAFailureThatNamesTheNearestLine() {
            var operator = ProgramEdits.diff(chats("@@\n-    y = 5 * x\n+    y = 3 * x"));
            assertThat(kind(operator, PARENT)).isEqualTo(FailureKinds.NO_MATCH);
            assertThat(reason(operator, PARENT)).startsWith("Edit 1").contains("y = 2 * x");
        }

        @Test
        void whatWouldFitButIsProtectedIsAFailureOfItsOwn() {
            var operator = ProgramEdits.diff(chats("@@\n-    y = 2 * x\n+    y = 3 * x"))
                    .regions(ProtectedRegions.lines(1, 2));
            assertThat(kind(operator, PARENT)).isEqualTo(FailureKinds.PROTECTED);
            assertThat(reason(operator, PARENT)).isEqualTo("Edit 1 changes protected lines (lines 1 to 2).");
            var both = ProgramEdits.diff(chats("@@\n-    y = 5 * x\n+    y = 3 * x"))
                    .regions(ProtectedRegions.lines(1, 2));
            assertThat(kind(both, PARENT)).isEqualTo(FailureKinds.NO_MATCH);
        }

        @Test
        void editsWithoutEffectAreAFailure() {
            var operator = ProgramEdits.searchReplace(
                    chats("<<<<<<< SEARCH\n    return y\n=======\n    return y\n>>>>>>> REPLACE"));
            assertThat(kind(operator, PARENT)).isEqualTo(FailureKinds.UNCHANGED);
        }

        @Test
        void nameSaysWhichWay() {
            assertThat(ProgramEdits.diff(chats("")).language("python").name()).isEqualTo("diff(python)");
            assertThat(ProgramEdits.searchReplace(chats("")).name()).isEqualTo("search-replace");
            assertThat(ProgramEdits.diff(chats("")).version())
                    .isNotEqualTo(
                            ProgramEdits.diff(chats("")).language("python").version());
        }
    }

    @Nested
    class Commits {

        private static final String DIFF =
                " @@ -1,3 +1,3 @@\n def f(x):\n-    y = 2 * x\n+    y = 3 * x\n     return y";

        @Test
        void aDiffModelGetsTheFormItWasTrainedOn() {
            var operator = CommitMutation.of(continues(DIFF))
                    .trained()
                    .file("walk.py")
                    .messages(Instructions.of("Changed a number."));
            assertThat(child(operator, PARENT).prompt())
                    .isEqualTo(CommitDiff.prompt("walk.py", PARENT, "Changed a number."));
            assertThat(solution(operator, PARENT)).isEqualTo(PARENT.replace('2', '3'));
        }

        @Test
        void othersGetAnExampleFirst() {
            var operator = CommitMutation.of(continues(DIFF)).messages(Instructions.of("Changed a number."));
            assertThat(child(operator, PARENT).prompt())
                    .startsWith("<NME> area.py\n<BEF> def area(")
                    .endsWith("\n" + CommitDiff.prompt("program.py", PARENT, "Changed a number."));
        }

        @Test
        void aChatIsTold() {
            var operator = CommitMutation.of(
                            chats("```diff\n" + DIFF.strip() + "\n```").chatOnly())
                    .messages(Instructions.of("Changed a number."));
            assertThat(child(operator, PARENT).prompt()).contains("with the commit message \"Changed a number.\"");
            assertThat(solution(operator, PARENT)).isEqualTo(PARENT.replace('2', '3'));
            assertThatIllegalStateException().isThrownBy(operator::trained).withMessageContaining("is asked in a chat");
        }
    }

    @Nested
    class Crossing {

        @Test
        void textsOfSeveralLinesAreDividedByALineThatNoneHas() {
            var model = continues("Dear all,\nthe soup is hot.");
            var operator = Crossover.lmx(model, 2).texts();
            assertThat(child(operator, "a\nb", "c\n###\nd").prompt()).isEqualTo("a\nb\n####\nc\n###\nd\n####\n");
            assertThat(model.completions().get(0).stops()).contains("\n####");
            assertThat(solution(operator, "a\nb", "c")).isEqualTo("Dear all,\nthe soup is hot.");
        }

        @Test
        void aLineThatIsRewrittenKeepsItsBeginning() {
            var operator = Crossover.lmx(continues(" was hot."), 3).rewriting();
            assertThat(child(operator, "The soup was cold today.", "I ate fish.", "We sang.")
                            .prompt())
                    .isEqualTo("I ate fish.\nWe sang.\nThe soup was cold today.\nThe soup");
            assertThat(solution(operator, "The soup was cold today.", "I ate fish."))
                    .isEqualTo("The soup was hot.");
            assertThat(kind(operator, "The soup was hot.", "I ate fish.")).isIn(FailureKinds.UNCHANGED);
        }

        @Test
        void programsThatBeginAlikeGoOnAlike() {
            var operator = Crossover.lmx(continues("\n    return 3"), 2).programs("python");
            assertThat(child(operator, "def f(x):\n    return 1", "def f(x):\n    return 2")
                            .prompt())
                    .isEqualTo("# Version 1\ndef f(x):\n    return 1\n\n# Version 2\ndef f(x):\n    return 2\n\n"
                            + "# Version 3\ndef f(x):");
            assertThat(child(operator, "def f(x):\n    return 1", "def g(x):\n    return 2")
                            .prompt())
                    .endsWith("# Version 3\ndef");
            assertThat(child(operator.programs("java"), "int f;", "double g;").prompt())
                    .endsWith("// Version 3");
        }
    }
}
