package dev.elm4j.comparison;

import java.util.stream.Collectors;

/**
 * Whether evolution earned its place.
 *
 * <pre>{@code
 * var verdict = Comparison.isEvolutionNeeded(Search.of(Functions.sphere(2)).operators(Gaussian.of(0.5)), Cost.CANDIDATES, 60, 1, 2);
 * verdict.answer();                  // "NOT_SHOWN"
 * verdict.sentence();                // why, with the numbers: two seeds are too few for any answer
 * verdict.table();
 * }</pre>
 *
 * @param answer in a word
 * @param sentence the answer in plain words, with the numbers
 * @param table what it rests on
 */
public record Verdict(Answer answer, String sentence, ComparisonTable table) {

    /** The possible answers. */
    public enum Answer {
        /** Evolution beat every baseline, by more than chance. */
        YES,
        /** The runs do not tell, because the difference is small or the seeds are few. */
        NOT_SHOWN,
        /** A baseline beat evolution, by more than chance. */
        NO
    }

    /**
     * Whether the last arm, by QD score, beats all arms before it: YES if it does at the 5 % level against each, NO if one of
     * them is better at 5 % divided by their number.
     */
    public static Verdict of(ComparisonTable table) {
        return Evolution.verdict(table);
    }

    @Override
    public String toString() {
        return TableText.wrapped(sentence).stream().collect(Collectors.joining("\n")) + "\n\n" + table;
    }
}
