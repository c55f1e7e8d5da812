package dev.elm4j.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elm4j.contract.HostileTexts;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerLinesTest {

    private static final String LINE = "The soup was cold.";

    /** Answers as chat models give them when a line alone was asked for, with that line. */
    static Stream<String> uglyAnswers() {
        return Stream.of(
                "The soup was cold.",
                "  The soup was cold.  \n",
                "\n\nThe soup was cold.",
                "The soup was cold.\nThe bread was warm.",
                "The soup was cold.\n\nI hope this helps!",
                "\"The soup was cold.\"",
                "\u201cThe soup was cold.\u201d",
                "\u00abThe soup was cold.\u00bb",
                "'The soup was cold.'",
                "`The soup was cold.`",
                "**The soup was cold.**",
                "**\"The soup was cold.\"**",
                "\"**The soup was cold.**\"",
                "- The soup was cold.",
                "* The soup was cold.",
                "\u2022 The soup was cold.",
                "\u2013 The soup was cold.",
                "> The soup was cold.",
                "1. The soup was cold.",
                "5) The soup was cold.",
                "(3) The soup was cold.",
                "12: The soup was cold.",
                "1. \"The soup was cold.\"",
                "1.\"The soup was cold.\"",
                "- **The soup was cold.**",
                "```\nThe soup was cold.\n```",
                "```text\nThe soup was cold.\n```",
                "~~~\n\"The soup was cold.\"\n~~~",
                "Sure!\nThe soup was cold.",
                "Sure, here is another line:\n\nThe soup was cold.",
                "Sure! Here's one more line of this kind:\n1. \"The soup was cold.\"",
                "Certainly! Here is a new sentence:\n\nThe soup was cold.",
                "Of course.\n\n- The soup was cold.",
                "Okay, here you go:\nThe soup was cold.",
                "Here is one more line: The soup was cold.",
                "Here's a new line: \"The soup was cold.\"",
                "Sure, here is another one: The soup was cold.",
                "Line: The soup was cold.",
                "New line: The soup was cold.",
                "Answer: The soup was cold.",
                "**Answer:** The soup was cold.",
                "Output:\nThe soup was cold.",
                "Sentence: \"The soup was cold.\"",
                "The\tsoup\u00a0was   cold.",
                "The soup was cold.\u0007\u0000",
                "The soup was cold.\r\nBye.",
                "The soup was cold.\u2028Bye.");
    }

    @ParameterizedTest
    @MethodSource("uglyAnswers")
    void findsTheLineInAnUglyAnswer(String answer) {
        assertThat(AnswerLines.first(answer)).contains(LINE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sure, I would come again, but not for the soup.",
                "Great food and a rude waiter.",
                "Here we waited an hour for cold fish.",
                "This is the worst meal I ever had.",
                "2 plates of rice were not enough for us.",
                "3.5 stars would be too many.",
                "It's the chef's best dish.",
                "\"Yes,\" he said, \"it was cold.\"",
                "My verdict: never again.",
                "I ordered soup - it never came.",
                "The text on the menu was too small.",
                "Answer me, waiter!",
                "A 5* hotel with a 1* kitchen"
            })
    void leavesAnHonestLineAlone(String line) {
        assertThat(AnswerLines.first(line)).contains(line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t ", "```\n```", "Sure, here is another line:", "\"\"", "- ", "1."})
    void findsNothingWhereNothingIs(String answer) {
        assertThat(AnswerLines.first(answer).filter(line -> AnswerLines.words(line) > 1))
                .isEmpty();
    }

    @Test
    void givesOneLineWithoutControlCharactersForHostileTexts() {
        for (String text : HostileTexts.all()) {
            assertThat(AnswerLines.flat(text)).isNotBlank().doesNotContainPattern("[\\p{Cc}\\u2028\\u2029]");
            assertThat(AnswerLines.first(text).orElseThrow()).doesNotContainPattern("[\\p{Cc}\\u2028\\u2029]");
        }
    }

    @Test
    void flatTextStaysAsItIs() {
        for (String text : HostileTexts.all()) {
            String flat = AnswerLines.flat(text);
            assertThat(AnswerLines.flat(flat)).isEqualTo(flat);
        }
    }

    static Stream<Arguments> wordCounts() {
        return Stream.of(
                Arguments.of("", 0),
                Arguments.of(" \n ", 0),
                Arguments.of("one", 1),
                Arguments.of(" two\u00a0words ", 2),
                Arguments.of("one-two three", 2),
                Arguments.of("ab ".repeat(3_333), 3_333));
    }

    @ParameterizedTest
    @MethodSource("wordCounts")
    void countsWords(String text, int words) {
        assertThat(AnswerLines.words(text)).isEqualTo(words);
    }

    @Test
    void readsLongAnswersWithoutRunningOutOfStack() {
        for (String start : new String[] {"- ", "1. ", "sure ", "\"", "**", "here is one ", "Answer: "}) {
            assertThat(AnswerLines.first(start.repeat(50_000) + LINE)).isPresent();
        }
    }
}
