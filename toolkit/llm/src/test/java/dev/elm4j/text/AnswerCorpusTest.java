package dev.elm4j.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers as models give them, in the files beside this test, and what must be kept of them. */
class AnswerCorpusTest {

    static Stream<Corpus.Case> code() {
        return Corpus.read("code.txt");
    }

    static Stream<Corpus.Case> texts() {
        return Corpus.read("texts.txt");
    }

    static Stream<Corpus.Case> items() {
        return Corpus.read("items.txt");
    }

    static Stream<Corpus.Case> ratings() {
        return Corpus.read("ratings.txt");
    }

    static Stream<Corpus.Case> edits() {
        return Corpus.read("edits.txt");
    }

    @ParameterizedTest
    @MethodSource("code")
    void findsTheProgram(Corpus.Case given) {
        Optional<CodeBlock> block = CodeBlock.program(given.answer(), "python");
        assertThat(block.map(CodeBlock::code).orElse("")).isEqualTo(given.expected());
        assertThat(block.map(CodeBlock::cutOff).orElse(false)).isEqualTo(given.cutOff());
    }

    @ParameterizedTest
    @MethodSource("texts")
    void keepsTheText(Corpus.Case given) {
        assertThat(AnswerText.of(given.answer())).isEqualTo(new AnswerText(given.expected(), given.cutOff()));
    }

    @ParameterizedTest
    @MethodSource("items")
    void findsTheItems(Corpus.Case given) {
        List<String> expected = given.expected().isEmpty()
                ? List.of()
                : List.of(given.expected().split("\n\\|\n"));
        assertThat(AnswerItems.of(given.answer())).isEqualTo(new AnswerItems(expected, given.cutOff()));
    }

    @ParameterizedTest
    @MethodSource("ratings")
    void readsTheRatingOrSaysWhyNot(Corpus.Case given) {
        Parsed<Double> rating = Ratings.one(given.answer(), 1, 10);
        assertThat(rating.value().map(String::valueOf).orElse("! " + rating.reason()))
                .isEqualTo(given.expected());
    }

    @ParameterizedTest
    @MethodSource("edits")
    void makesTheEditsOrSaysWhyNot(Corpus.Case given) {
        assertThat(edited(given.answer(), given.parts().get("source"))).isEqualTo(given.expected());
    }

    /** The text after the edits; else {@code ?} why there are none, {@code !} why they were refused, {@code =}. */
    private static String edited(String answer, String source) {
        Parsed<Edits> edits = Edits.in(answer);
        if (edits.value().isEmpty()) {
            return "? " + edits.reason();
        }
        EditOutcome outcome = edits.value().get().apply(source);
        if (outcome instanceof EditOutcome.Applied applied) {
            return applied.text();
        }
        return outcome instanceof EditOutcome.NotApplied refused
                ? refused.refusals().stream().map(EditRefusal::reason).collect(Collectors.joining("\n", "! ", ""))
                : "=";
    }

    @Test
    void whatWasCleanedStaysAsItIs() {
        texts().map(given -> AnswerText.of(given.answer()).text())
                .forEach(text -> assertThat(AnswerText.of(text).text()).isEqualTo(text));
        items().flatMap(given -> AnswerItems.of(given.answer()).items().stream())
                .map(item -> item.replaceAll("\n+", " "))
                .forEach(item -> assertThat(AnswerItems.of(item).items()).containsExactly(item));
        code().flatMap(given -> CodeBlock.program(given.answer(), "").stream())
                .map(CodeBlock::code)
                .forEach(code -> assertThat(fenced(code)).isEqualTo(code));
    }

    private static String fenced(String code) {
        return CodeBlock.program("````python\n" + code + "\n````", "")
                .orElseThrow()
                .code();
    }

    @Test
    void thereAreManyCases() {
        assertThat(Stream.of(code(), texts(), items(), ratings(), edits())
                        .flatMap(cases -> cases)
                        .count())
                .isGreaterThan(150);
    }
}
