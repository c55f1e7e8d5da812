package dev.elm4j.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Solutions that a person brings: committed now or in their turn, journaled with author and reason, never lost. */
@Timeout(120)
class InjectionTest {

    private final RememberedEvents<String> events = new RememberedEvents<>();

    private Search<String> search(int threads) {
        return TestRuns.search(events.opener(), threads > 1, threads);
    }

    @Test
    void whatIsBroughtWhileNothingIsUnderWayIsCommittedAtOnce() {
        Search<String> search = search(1);
        search.run(40);
        InjectionReport<String> report = search.inject("queueing", "five vowels in a row", "Ada");
        Commit<String> commit = report.commit().orElseThrow();
        assertThat(commit.candidate().number()).isEqualTo(40);
        assertThat(commit.candidate().operator()).isEqualTo(Candidate.INJECTED);
        assertThat(commit.candidate().injection()).contains(new Injection("Ada", "five vowels in a row"));
        assertThat(report.toString()).startsWith("Candidate 40: new, cell ");
        assertThat(search.progress().candidates()).isEqualTo(41);
        events.requireThatItResumes(search);
    }

    @Test
    void itsAuthorIsSomebodyUnlessNamed() {
        Search<String> search = search(1);
        search.run(4);
        Commit<String> commit = search.inject("queueing", "why not").commit().orElseThrow();
        assertThat(commit.candidate().injection().map(Injection::author)).contains("human");
    }

    @Test
    void aFailureOrCopyIsToldLikeAnyOther() {
        Search<String> search = search(1);
        search.run(4);
        assertThat(search.inject("hello", "again").message())
                .isEqualTo("Candidate 4: failed: copy: The same as candidate 0.");
        assertThat(search.inject("buzz", "it throws").message()).contains("failed: threw");
        assertThat(search.progress().failures()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void theSeedsComeFirstWhateverIsBroughtBefore() {
        Search<String> search = search(1);
        InjectionReport<String> report = search.inject("queueing", "too early");
        assertThat(report.message()).startsWith("Queued as candidate 4, behind 4");
        search.run(8);
        assertThat(search.record().commits())
                .extracting(commit -> commit.candidate().operator())
                .startsWith("seed", "seed", "seed", "edits", "injected", "edits");
        events.requireThatItResumes(search);
    }

    @Test
    void whatWaitsMovesUpBehindABatchThatIsAskedFor() {
        Search<String> search = search(1);
        search.inject("queueing", "too early");
        var candidates = search.ask(6);
        search.tell(candidates, search.evaluate(candidates));
        search.run(4);
        assertThat(search.record().commits().get(6).candidate().injection()).isPresent();
        events.requireThatItResumes(search);
    }

    @Test
    void asksInjectionsAndRunsInAnyOrderResume() {
        Search<String> search = search(1);
        search.run(20);
        var candidates = search.ask(3);
        search.tell(candidates, search.evaluate(candidates));
        search.inject("queueing", "one");
        search.run(8);
        search.inject("beau", "two");
        search.inject("eau", "three", "Ada");
        candidates = search.ask(5);
        search.tell(candidates, search.evaluate(candidates));
        events.requireThatItResumes(search);
    }

    @Test
    void aBatchThatWasAskedForIsOutdatedByAnInjection() {
        Search<String> search = search(1);
        search.run(4);
        var candidates = search.ask(3);
        var evaluations = search.evaluate(candidates);
        search.inject("queueing", "in between");
        assertThatIllegalStateException()
                .isThrownBy(() -> search.tell(candidates, evaluations))
                .withMessageContaining("more was committed since");
    }

    @Test
    void whatTheCodecCannotWriteIsRefusedBeforeItWaits() {
        Search<String> search = Search.of(
                        TestRuns.words()
                                .codec(dev.elm4j.environment.Codec.of(
                                        text -> {
                                            if (text.length() > 30) {
                                                throw new IllegalStateException("too long to write");
                                            }
                                            return dev.elm4j.environment.Codec.string()
                                                    .encode(text);
                                        },
                                        json -> json.textValue())),
                        events.opener())
                .operators(TestRuns.edits(false));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> search.inject("a".repeat(31), "a long one"))
                .withMessageContaining("codec cannot write this solution")
                .withMessageContaining("too long to write");
        assertThat(events.events).isEmpty();
        assertThat(search.run(10).committed()).isEqualTo(10);
    }

    @Test
    void wrongInputIsNamed() {
        Search<String> search = search(1);
        assertThatNullPointerException()
                .isThrownBy(() -> search.inject(null, "x"))
                .withMessage("solution");
        assertThatNullPointerException()
                .isThrownBy(() -> search.inject("x", null))
                .withMessage("why");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> search.inject("x", "y", " "))
                .withMessageContaining("needs an author, but the name is blank");
        Search<String> full = TestRuns.search(RunOpener.inMemory(), false, 1).budget(Budget.candidates(4));
        full.run(4);
        assertThatIllegalStateException()
                .isThrownBy(() -> full.inject("queueing", "no room"))
                .withMessageContaining("budget is 4");
        assertThat(full.record().commits()).hasSize(4);
    }
}
