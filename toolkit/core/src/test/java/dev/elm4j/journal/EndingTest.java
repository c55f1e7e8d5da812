package dev.elm4j.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import dev.elm4j.environment.Attempts;
import dev.elm4j.environment.BudgetExhausted;
import dev.elm4j.environment.Calls;
import dev.elm4j.environment.Context;
import dev.elm4j.environment.Exchange;
import dev.elm4j.environment.ModelUnavailable;
import dev.elm4j.environment.TextForm;
import dev.elm4j.environment.Tokens;
import dev.elm4j.operator.Operator;
import dev.elm4j.operator.Plan;
import dev.elm4j.operator.Proposal;
import dev.elm4j.search.Budget;
import dev.elm4j.search.RunState;
import dev.elm4j.search.Search;
import dev.elm4j.search.TestRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What exchanges do wrongly at the end of a run, and what the cassette has of it. */
class EndingTest {

    @TempDir
    Path home;

    @AutoClose
    private RunFolders runs;

    @BeforeEach
    void openRuns() {
        runs = new RunFolders(home);
    }

    private Search<String> search(Exchange<UnaryOperator<String>, String, String> exchange) {
        var asking = new Asking(Asking::alike, exchange, "Please");
        return Search.of(asking.environment(), runs)
                .operators(asking.operator())
                .batch(4)
                .seed(11)
                .name("run");
    }

    private String cassette() throws IOException {
        return Files.readString(runs.folder("run").resolve("cassette.jsonl"));
    }

    @Test
    void aRequestWithoutALimitEndsTheRunAndFailsNobody() throws IOException {
        var endless = new Text() {
            @Override
            public Tokens worst(UnaryOperator<String> model, String request) {
                return Tokens.of(request.length(), Long.MAX_VALUE);
            }
        };
        Search<String> search = search(endless).budget(Budget.unlimited().tokens(1_000));
        for (int again = 0; again < 2; again++) {
            assertThat(search.run(20).state()).isEqualTo(RunState.BUDGET_SPENT);
            assertThat(search.progress().candidates()).isZero();
        }
        assertThat(cassette()).contains("\"stopped\":").doesNotContain("\"threw\":");
    }

    @Test
    void whatAnExchangeSaysInsteadOfASpentBudgetIsNoAnswer() throws IOException {
        var soothing = new Text() {
            @Override
            public List<String> perform(UnaryOperator<String> model, List<String> requests, Attempts attempts) {
                try {
                    return super.perform(model, requests, attempts);
                } catch (BudgetExhausted spent) {
                    return List.of("fallback");
                }
            }
        };
        Search<String> search = search(soothing).budget(Budget.unlimited().calls(10));
        assertThat(search.run(40).state()).isEqualTo(RunState.BUDGET_SPENT);
        assertThat(cassette()).contains("\"stopped\":").doesNotContain("fallback");
    }

    @Test
    void anAnswerThatCannotBeWrittenFailsItsCandidatesAndIsKeptAsThat() throws IOException {
        var unwritable = new Text() {
            @Override
            public JsonNode encode(String answer) {
                throw new AssertionError("no such letters");
            }
        };
        assertThat(search(unwritable).run(20).state()).isEqualTo(RunState.DONE);
        assertThat(cassette()).contains("\"threw\":\"java.lang.AssertionError: no such letters\"");
    }

    @Test
    void inMemoryTooAModelThatIsNotThereEndsTheRunWhateverAnOperatorMakesOfIt() {
        var absent = new Text() {
            @Override
            public List<String> perform(UnaryOperator<String> model, List<String> requests, Attempts attempts) {
                throw new ModelUnavailable("The model is not there.");
            }
        };
        Operator<String> patient = new Operator<>() {
            @Override
            public String name() {
                return "patient";
            }

            @Override
            public List<Proposal<String>> propose(List<Plan<String>> plans, Context context) {
                try {
                    context.calls(UnaryOperator.<String>identity()).ask(absent, List.of(new Calls.Call<>(0, "a")));
                } catch (ModelUnavailable unavailable) {
                    return plans.stream().map(plan -> Proposal.of("a")).toList();
                }
                throw new AssertionError("not reached");
            }
        };
        Search<String> search = Search.of(TestRuns.words()).operators(patient);
        assertThatIllegalStateException()
                .isThrownBy(() -> search.run(20))
                .withMessageContaining("The model is not there.");
    }

    /** Asks one by one, as usual. */
    private static class Text implements TextForm {

        @Override
        public boolean batched() {
            return false;
        }
    }
}
