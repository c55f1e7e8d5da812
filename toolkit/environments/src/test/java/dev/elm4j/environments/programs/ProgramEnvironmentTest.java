package dev.elm4j.environments.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.elm4j.archive.Axis;
import dev.elm4j.environment.Context;
import dev.elm4j.environment.EnvironmentUnavailable;
import dev.elm4j.environment.Evaluation;
import dev.elm4j.environment.Failure;
import dev.elm4j.environment.Score;
import dev.elm4j.sandbox.GuardLevel;
import dev.elm4j.sandbox.Language;
import dev.elm4j.sandbox.Limits;
import dev.elm4j.sandbox.Sandbox;
import dev.elm4j.sandbox.SandboxSettings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Programs run in the real sandbox, and what the host makes of their values. */
class ProgramEnvironmentTest {

    @AutoClose
    private static Sandbox sandbox;

    @BeforeAll
    static void open() {
        sandbox = usual();
    }

    /** The usual sandbox; without one the tests are skipped. */
    static Sandbox usual() {
        try {
            return Sandbox.open(SandboxSettings.usual());
        } catch (IllegalStateException none) {
            return Assumptions.abort("no sandbox here: " + none.getMessage());
        }
    }

    private static ProgramEnvironment sorting(Language language) {
        return ProgramEnvironment.of("sorting", language, "run", sandbox)
                .task("Write a function run(numbers) that sorts.")
                .examples(Case.given(List.of(3, 1, 2)).expects(List.of(1, 2, 3)))
                .heldOut(
                        Case.given(List.of(5, -5)).expects(List.of(-5, 5)),
                        Case.given(List.of(2, 2, 1)).expects(List.of(1, 2, 2)),
                        Case.given(List.of(1, 2)).expects(List.of(1, 2)),
                        Case.given(List.of(9, 8, 7, 6)).expects(List.of(6, 7, 8, 9)))
                .seeds("def run(numbers):\n    return numbers");
    }

    static Evaluation evaluation(ProgramEnvironment environment, String source) {
        return environment.evaluate(List.of(source), Context.unmetered(1, 1)).get(0);
    }

    private static Score score(String source) {
        return (Score) evaluation(sorting(Language.PYTHON), source);
    }

    @Test
    void theObjectiveIsTheMeanOfTheHeldOutCases() {
        assertThat(score("def run(numbers):\n    return sorted(numbers)").objective())
                .isEqualTo(1);
        assertThat(score("def run(numbers):\n    return numbers").objective()).isEqualTo(0.25);
        assertThat(score("def run(numbers):\n    return sorted(numbers)\n\n")
                        .measures()
                        .at(0))
                .isEqualTo(2);
    }

    @Test
    void javaIsScoredAlike() {
        var evaluation = evaluation(
                sorting(Language.JAVA),
                """
                import java.util.*;
                public class Sorting {
                    public static List<Object> run(List<Integer> numbers) {
                        var sorted = new ArrayList<Object>(new TreeSet<>(numbers));
                        return sorted;
                    }
                }
                """);
        assertThat(((Score) evaluation).objective()).isEqualTo(0.75);
    }

    @Test
    void aCaseWithoutAValueCountsNothingAndIsNoFailureOfTheProgram() {
        Score score = score(
                "def run(numbers):\n    if len(numbers) == 4: raise ValueError('four')\n    return sorted(numbers)");
        assertThat(score.objective()).isEqualTo(0.75);
    }

    @Test
    void aProgramWithoutAnyValueFailsByItsStatus() {
        var failure = (Failure) evaluation(sorting(Language.PYTHON), "def run(numbers):\n    return [1,");
        assertThat(failure.kind()).isEqualTo("syntax error");
        assertThat(failure.reason()).contains(sandbox.tier().words());
        var endless = sorting(Language.PYTHON).limits(Limits.usual().cpu(Duration.ofMillis(200)));
        assertThat(((Failure) evaluation(endless, "def run(numbers):\n    while True: pass")).kind())
                .isEqualTo("timeout");
    }

    @Test
    void theTierAndTheFeedbackAreArtifactsAndHeldOutCasesAreNotQuoted() {
        Score score = score("def run(numbers):\n    return numbers");
        assertThat(score.artifacts())
                .containsEntry("tier", sandbox.tier().words())
                .containsEntry("examples", "0 of 1")
                .containsEntry("feedback", "run([3, 1, 2]) should give [1, 2, 3], but does not");
        ProgramEnvironment blind = sorting(Language.PYTHON).examples();
        assertThat(blind.check().fault("def run(numbers):\n    raise ValueError(str(numbers))"))
                .hasValue("exception");
        assertThat(blind.check().fault("def run(numbers):\n    return numbers")).isEmpty();
    }

    @Test
    void feedbackIsOfExamplesAloneAndOfAProcessThatSawNoOthers() {
        String spy = "import sys\ndef run(numbers):\n    f, seen = sys._getframe(), []\n    while f:\n"
                + "        seen.append(str(f.f_locals))\n        f = f.f_back\n    return ''.join(seen)";
        assertThat(sorting(Language.PYTHON).check().fault(spy).orElseThrow())
                .contains("run([3, 1, 2]) gives ")
                .contains("but should give [1, 2, 3]")
                .doesNotContain("-5");
        assertThat(score(spy).artifacts().get("feedback")).doesNotContain("-5");
        ProgramEnvironment blind = sorting(Language.PYTHON).examples();
        var failure = (Failure) evaluation(blind, "def run(numbers):\n    raise ValueError(str(numbers))");
        assertThat(failure.reason()).doesNotContain("-5");
    }

    @Test
    void theTaskNamesTheExamplesAndNothingElse() {
        assertThat(sorting(Language.PYTHON).task())
                .contains("run([3, 1, 2]) gives [1, 2, 3]")
                .doesNotContain("-5");
    }

    @Test
    void theVersionChangesWithAllThatChangesScores() {
        ProgramEnvironment usual = sorting(Language.PYTHON);
        List<ProgramEnvironment> others = List.of(
                sorting(Language.JAVA),
                usual.heldOut(Case.given(1).expects(1)),
                usual.examples(),
                usual.heldOut(Case.given(new byte[] {1}).expects(1)),
                usual.heldOut(Case.given(new byte[] {2}).expects(1)),
                usual.heldOut(Case.given("a".repeat(300)).expects(1)),
                usual.heldOut(Case.given("a".repeat(299) + "b").expects(1)),
                usual.heldOut(Case.given(1.0).expects(1)),
                usual.score("close", CaseScore.close(1e-9)),
                usual.limits(Limits.usual().memoryMb(100)),
                usual.guard(GuardLevel.STRICT));
        assertThat(others.stream().map(ProgramEnvironment::version).distinct())
                .hasSize(others.size())
                .doesNotContain(usual.version());
        assertThat(usual.task("another").version())
                .isEqualTo(sorting(Language.PYTHON).version());
    }

    @Test
    void theGuardsFindingsAreShownOrRefuse() {
        String reading = "import os\ndef run(numbers):\n    return sorted(numbers)";
        assertThat(score(reading).artifacts().get("findings")).contains("line 1");
        var strict = sorting(Language.PYTHON).guard(GuardLevel.STRICT);
        assertThat(((Failure) evaluation(strict, reading)).kind()).isEqualTo("rejected");
    }

    @Test
    void measuresOfOnesOwnReplaceTheLines() {
        ProgramEnvironment own = sorting(Language.PYTHON)
                .measure(Axis.of("characters", 0, 100), ProgramMeasure.characters())
                .measure(Axis.of("cases", 0, 5), (source, result) -> result.outcomes()
                        .size());
        var score = (Score) evaluation(own, "def run(numbers):\n    return numbers");
        assertThat(own.axes()).hasSize(2);
        assertThat(score.measures().at(0)).isEqualTo(29);
        assertThat(score.measures().at(1)).isEqualTo(5);
    }

    @Test
    void aScoreThatThrowsOrIsNoneIsAFailureOfItsCandidateOnly() {
        var throwing = sorting(Language.PYTHON).score("bad", (expected, value) -> {
            if (value instanceof List) {
                throw new IllegalArgumentException("no zeros");
            }
            return 1;
        });
        List<Evaluation> both = throwing.evaluate(
                List.of("def run(numbers):\n    return [0]", "def run(numbers):\n    return 7"),
                Context.unmetered(1, 2));
        assertThat(((Failure) both.get(0)).kind()).isEqualTo(Failure.THREW);
        assertThat(both.get(1)).isInstanceOf(Score.class);
        var outside = sorting(Language.PYTHON).score("two", (expected, value) -> 2);
        assertThat(((Failure) evaluation(outside, "def run(numbers):\n    return 7")).reason())
                .contains("[0, 1]");
    }

    @Test
    void nothingIsScoredWithoutHeldOutCases() {
        assertThatIllegalStateException()
                .isThrownBy(() -> evaluation(ProgramEnvironment.of("none", Language.PYTHON, "run", sandbox), "x"))
                .withMessageContaining(".heldOut(");
    }

    @Test
    void aStoppedSearchStopsItsPrograms() {
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> score("def run(numbers):\n    while True: pass"));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(score("def run(numbers):\n    return sorted(numbers)").objective())
                .isEqualTo(1);
    }

    @Test
    void aSandboxThatIsClosedEndsTheRunAndScoresNothing() {
        Sandbox other = Sandbox.open(SandboxSettings.usual());
        ProgramEnvironment environment = ProgramEnvironment.of("closed", Language.PYTHON, "run", other)
                .heldOut(Case.given(1).expects(1));
        other.close();
        assertThatExceptionOfType(EnvironmentUnavailable.class)
                .isThrownBy(() -> evaluation(environment, "def run(x):\n    return x"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void anAuditOfSoundCasesFindsNothing(Language language) {
        AuditReport report = sorting(language).audit();
        assertThat(report.suspicious()).as(report.toString()).isEmpty();
        assertThat(report.rows())
                .hasSizeGreaterThan(15)
                .extracting(AuditReport.Row::status)
                .contains("timeout", "exit", "exception", "valid");
        assertThat(report.toString().lines()).allMatch(line -> line.length() <= 80);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void anAuditNamesWhatScoresTooWell(Language language) {
        ProgramEnvironment constant = ProgramEnvironment.of("parity", language, "run", sandbox)
                .examples(Case.given(1).expects(true))
                .heldOut(
                        Case.given(3).expects(true),
                        Case.given(5).expects(true),
                        Case.given(2).expects(false),
                        Case.given(1).expects(true));
        assertThat(constant.audit().suspicious())
                .extracting(AuditReport.Row::program)
                .anyMatch(name -> name.equalsIgnoreCase("always true"))
                .contains("always the commonest value");
        ProgramEnvironment credulous = sorting(language)
                .score("credulous", (expected, value) -> value instanceof dev.elm4j.sandbox.Outcome.Opaque ? 1 : 0);
        assertThat(credulous.audit().suspicious())
                .extracting(AuditReport.Row::program)
                .contains("equal to everything");
        ProgramEnvironment memory =
                sorting(language).heldOut(Case.given(List.of(3, 1, 2)).expects(List.of(1, 2, 3)));
        assertThat(memory.audit().suspicious())
                .extracting(AuditReport.Row::program)
                .contains("the examples by heart");
    }

    @Test
    void anAuditNamesAScoreThatDoesNotBearAnyValue() {
        var narrow =
                sorting(Language.PYTHON).score("narrow", (expected, value) -> ((List<?>) value).size() > 9 ? 1 : 0);
        assertThat(narrow.audit().suspicious())
                .anyMatch(row ->
                        row.program().equals("always None") && row.status().equals("the score threw"));
    }

    @Test
    void aScoreThatCannotScoreEndsTheRunAndTheAudit() {
        var gone = sorting(Language.PYTHON).score("gone", (expected, value) -> {
            throw new EnvironmentUnavailable("The reference is not there.");
        });
        assertThatExceptionOfType(EnvironmentUnavailable.class)
                .isThrownBy(() -> evaluation(gone, "def run(numbers):\n    return numbers"));
        assertThatExceptionOfType(EnvironmentUnavailable.class).isThrownBy(gone::audit);
    }
}
