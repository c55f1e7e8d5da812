package dev.elm4j.operator;

import static java.util.Objects.requireNonNull;

import dev.elm4j.environment.Context;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes one edit to a text: inserts, deletes or replaces a letter. The smallest operator on texts, to teach with where no
 * model is at hand.
 *
 * <pre>{@code
 * Search.of(Functions.matching("hello world")).operators(Letters.lowercase());
 * Letters.of("01").name();      // "letters(01)"
 * }</pre>
 *
 * <p>The three edits have the same probability, as have all places and all letters; a letter is replaced by another one.
 * Where an edit is impossible (an empty text, an alphabet without another letter) a letter is inserted, so a child always
 * differs from its parent. Letters are Unicode code points. Immutable and safe to share between threads.
 *
 * @param alphabet the letters that are inserted, each once, at least one
 */
public record Letters(String alphabet) implements Operator<String> {

    private static final int DELETE = 1;
    private static final int REPLACE = 2;

    /** @throws IllegalArgumentException if the alphabet is empty or has a letter twice */
    public Letters {
        requireNonNull(alphabet, "alphabet");
        if (alphabet.isEmpty()
                || alphabet.codePoints().distinct().count()
                        < alphabet.codePoints().count()) {
            throw new IllegalArgumentException(
                    "The alphabet needs at least 1 letter and each once, but was '%s'.".formatted(alphabet));
        }
    }

    /** Edits with the letters a to z and the blank. */
    public static Letters lowercase() {
        return of("abcdefghijklmnopqrstuvwxyz ");
    }

    /**
     * Edits with these letters.
     *
     * @throws IllegalArgumentException if the alphabet is empty or has a letter twice
     */
    public static Letters of(String alphabet) {
        return new Letters(alphabet);
    }

    @Override
    public String name() {
        return "letters(" + alphabet + ")";
    }

    @Override
    public List<Proposal<String>> propose(List<Plan<String>> plans, Context context) {
        return plans.stream()
                .map(plan -> Proposal.of(edited(plan.parents().get(0).solution(), context.random(plan.index()))))
                .toList();
    }

    private String edited(String parent, SplittableRandom random) {
        int[] letters = parent.codePoints().toArray();
        int edit = random.nextInt(3);
        if (letters.length > 0 && edit == DELETE) {
            int at = random.nextInt(letters.length);
            return spliced(letters, at, at + 1, "");
        }
        if (letters.length > 0 && edit == REPLACE) {
            int at = random.nextInt(letters.length);
            int[] others = alphabet.codePoints()
                    .filter(letter -> letter != letters[at])
                    .toArray();
            if (others.length > 0) {
                return spliced(letters, at, at + 1, Character.toString(others[random.nextInt(others.length)]));
            }
        }
        int at = random.nextInt(letters.length + 1);
        int[] all = alphabet.codePoints().toArray();
        return spliced(letters, at, at, Character.toString(all[random.nextInt(all.length)]));
    }

    /** The letters with those in [from, to) replaced. */
    private static String spliced(int[] letters, int from, int to, String middle) {
        return new String(letters, 0, from) + middle + new String(letters, to, letters.length - to);
    }
}
