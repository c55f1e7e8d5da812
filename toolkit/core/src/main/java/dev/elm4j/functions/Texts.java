package dev.elm4j.functions;

import dev.elm4j.environment.Evaluation;
import java.util.SplittableRandom;
import java.util.function.Function;

/** What the problems on bits and on texts compute. */
final class Texts {

    private static final String VOWELS = "aeiouAEIOU";
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz ";

    private Texts() {}

    /** Share of the places at which both texts have the same letter, of as many as the longer has. */
    static double matching(int[] text, int[] target) {
        int same = 0;
        for (int i = 0; i < Math.min(text.length, target.length); i++) {
            same += text[i] == target[i] ? 1 : 0;
        }
        return (double) same / Math.max(text.length, target.length);
    }

    /** Share of the letters that are vowels; 0 of an empty text. */
    static double vowels(int[] text) {
        int vowels = 0;
        for (int letter : text) {
            vowels += VOWELS.indexOf(letter) >= 0 ? 1 : 0;
        }
        return text.length == 0 ? 0 : (double) vowels / text.length;
    }

    static Evaluation matched(String text, int[] target) {
        int[] letters = text.codePoints().toArray();
        return Evaluation.of(matching(letters, target), letters.length, vowels(letters));
    }

    /** Draws a length up to twice the target's, then letters: a to z, the blank, and what else the target has. */
    static Function<SplittableRandom, String> like(String target) {
        int[] letters = (LETTERS + target).codePoints().sorted().distinct().toArray();
        int longest = 2 * (int) target.codePoints().count();
        return random -> {
            int length = random.nextInt(longest + 1);
            var text = new StringBuilder();
            for (int i = 0; i < length; i++) {
                text.appendCodePoint(letters[random.nextInt(letters.length)]);
            }
            return text.toString();
        };
    }

    /** Sum over the blocks: the size for a block of ones, else the number of its zeros less one. */
    static int trapped(boolean[] bits, int size) {
        int sum = 0;
        for (int from = 0; from < bits.length; from += size) {
            int ones = ones(bits, from, from + size);
            sum += ones == size ? size : size - 1 - ones;
        }
        return sum;
    }

    static int ones(boolean[] bits, int from, int to) {
        int ones = 0;
        for (int i = from; i < to; i++) {
            ones += bits[i] ? 1 : 0;
        }
        return ones;
    }

    static boolean[] randomBits(int length, SplittableRandom random) {
        var bits = new boolean[length];
        for (int i = 0; i < length; i++) {
            bits[i] = random.nextBoolean();
        }
        return bits;
    }
}
