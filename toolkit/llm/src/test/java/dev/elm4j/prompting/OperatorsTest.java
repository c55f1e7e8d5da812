package dev.elm4j.prompting;

import dev.elm4j.contract.PromptedOperatorContract;
import dev.elm4j.operator.Operator;
import dev.langchain4j.model.chat.ChatModel;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;

/** Every operator in every form keeps the contract. */
class OperatorsTest {

    private static final String PROGRAM = "def f(x):\n    y = 2 * x\n    return y + %d";
    private static final String CHILD = "```python\ndef f(x):\n    return 3 * x\n```";
    private static final String DIFF = "@@ -1,3 +1,3 @@\n def f(x):\n-    y = 2 * x\n+    y = 3 * x\n";
    private static final String BLOCK = "<<<<<<< SEARCH\n    y = 2 * x\n=======\n    y = 3 * x\n>>>>>>> REPLACE\n";

    /** A row of the table below. */
    private abstract static class Row extends PromptedOperatorContract {

        private final Function<ChatModel, Operator<String>> operator;
        private final String answer;
        private final boolean chats;
        private final String parent;

        Row(Function<ChatModel, Operator<String>> operator, String answer, boolean chats, String parent) {
            this.operator = operator;
            this.answer = answer;
            this.chats = chats;
            this.parent = parent;
        }

        @Override
        protected Operator<String> operator(ChatModel model) {
            return operator.apply(model);
        }

        @Override
        protected String goodAnswer() {
            return answer;
        }

        @Override
        protected boolean chats() {
            return chats;
        }

        @Override
        protected String solution(int i) {
            return parent.formatted(i);
        }
    }

    private abstract static class TextRow extends Row {
        TextRow(Function<ChatModel, Operator<String>> operator, String answer, boolean chats) {
            super(operator, answer, chats, "The soup was cold on day %d.");
        }
    }

    private abstract static class ProgramRow extends Row {
        ProgramRow(Function<ChatModel, Operator<String>> operator, String answer, boolean chats) {
            super(operator, answer, chats, PROGRAM);
        }
    }

    @Nested
    class RewriteChats extends TextRow {
        RewriteChats() {
            super(Rewrite::of, "<text>\nThe soup was hot.\n</text>", true);
        }
    }

    @Nested
    class RewriteContinues extends TextRow {
        RewriteContinues() {
            super(Rewrite::of, " The soup was hot.", false);
        }
    }

    @Nested
    class LinesChat extends TextRow {
        LinesChat() {
            super(model -> Crossover.lmx(model, 3), "The soup was hot.", true);
        }
    }

    @Nested
    class LinesContinue extends TextRow {
        LinesContinue() {
            super(model -> Crossover.lmx(model, 3), "The soup was hot.", false);
        }
    }

    @Nested
    class LinesRewriteInAChat extends TextRow {
        LinesRewriteInAChat() {
            super(model -> Crossover.lmx(model, 3).rewriting(), "The soup was hot.", true);
        }
    }

    @Nested
    class LinesRewriteContinued extends TextRow {
        LinesRewriteContinued() {
            super(model -> Crossover.lmx(model, 3).rewriting(), "The soup was hot.", false);
        }
    }

    @Nested
    class TextsChat extends TextRow {
        TextsChat() {
            super(model -> Crossover.lmx(model, 2).texts(), "<text>\nThe soup\nwas hot.\n</text>", true);
        }
    }

    @Nested
    class TextsContinue extends TextRow {
        TextsContinue() {
            super(model -> Crossover.lmx(model, 2).texts(), "The soup\nwas hot.", false);
        }
    }

    @Nested
    class TextsRewriteInAChat extends TextRow {
        TextsRewriteInAChat() {
            super(model -> Crossover.lmx(model, 2).texts().rewriting(), "<text>The soup was hot.</text>", true);
        }
    }

    @Nested
    class TextsRewriteContinued extends TextRow {
        TextsRewriteContinued() {
            super(model -> Crossover.lmx(model, 2).rewriting().texts(), "The soup\nwas hot.", false);
        }
    }

    @Nested
    class ProgramsCrossInAChat extends ProgramRow {
        ProgramsCrossInAChat() {
            super(model -> Crossover.lmx(model, 3).programs("python"), CHILD, true);
        }
    }

    @Nested
    class ProgramsCrossContinued extends ProgramRow {
        ProgramsCrossContinued() {
            super(model -> Crossover.lmx(model, 3).programs("python"), "\n    return 3 * x\n", false);
        }
    }

    @Nested
    class ProgramsRewriteInAChat extends ProgramRow {
        ProgramsRewriteInAChat() {
            super(model -> Crossover.lmx(model, 3).programs("python").rewriting(), CHILD, true);
        }
    }

    @Nested
    class ProgramsRewriteContinued extends ProgramRow {
        ProgramsRewriteContinued() {
            super(model -> Crossover.lmx(model, 3).rewriting().programs("python"), "\n    return 3 * x\n", false);
        }
    }

    @Nested
    class ProgramChats extends ProgramRow {
        ProgramChats() {
            super(model -> ProgramMutation.of(model, "python").task("Write f."), CHILD, true);
        }
    }

    @Nested
    class ProgramContinues extends ProgramRow {
        ProgramContinues() {
            super(model -> ProgramMutation.of(model, "python"), "\n    return 3 * x\n", false);
        }
    }

    @Nested
    class DiffChats extends ProgramRow {
        DiffChats() {
            super(model -> ProgramEdits.diff(model).language("python"), "```diff\n" + DIFF + "```", true);
        }
    }

    @Nested
    class SearchReplaceChats extends ProgramRow {
        SearchReplaceChats() {
            super(ProgramEdits::searchReplace, BLOCK, true);
        }
    }

    @Nested
    class CommitChats extends ProgramRow {
        CommitChats() {
            super(CommitMutation::of, "```diff\n" + DIFF + "```", true);
        }
    }

    @Nested
    class CommitContinues extends ProgramRow {
        CommitContinues() {
            super(CommitMutation::of, " " + DIFF, false);
        }
    }

    @Nested
    class RepairChats extends ProgramRow {
        RepairChats() {
            super(
                    model -> Repair.of(model, program -> Optional.of("f(1) is %d.".formatted(program.length())))
                            .language("python"),
                    CHILD,
                    true);
        }
    }
}
