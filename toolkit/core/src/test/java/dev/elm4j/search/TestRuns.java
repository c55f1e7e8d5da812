package dev.elm4j.search;

import dev.elm4j.archive.Axis;
import dev.elm4j.environment.Context;
import dev.elm4j.environment.Environment;
import dev.elm4j.environment.Evaluation;
import dev.elm4j.environment.Failure;
import dev.elm4j.environment.FunctionEnvironment;
import dev.elm4j.operator.Operator;
import dev.elm4j.operator.Plan;
import dev.elm4j.operator.Proposal;
import dev.elm4j.operator.Selection;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** A small text problem with failures and unhurried parts, for tests of the loop. */
public final class TestRuns {

    private TestRuns() {}

    /** Scores texts by their share of vowels; some lengths fail, some texts make it throw. */
    public static FunctionEnvironment<String> words() {
        return Environment.of("words", TestRuns::score)
                .measures(
                        Axis.of("length", 0, 40).bins(20),
                        Axis.of("first letter", 'a', 'z').bins(13))
                .seeds("hello", "world", "aeiou");
    }

    private static Evaluation score(String text) {
        if (text.length() % 13 == 12) {
            return Evaluation.failed("unlucky", "length " + text.length());
        }
        if (text.endsWith("zz")) {
            throw new IllegalArgumentException("no word ends so: " + text);
        }
        double vowels = text.chars().filter(c -> "aeiou".indexOf(c) >= 0).count();
        return Evaluation.of(vowels / text.length(), text.length(), text.charAt(0));
    }

    /** Changes a letter, joins two parents, or proposes nothing; takes a random, unrecorded time if {@code slow}. */
    public static Operator<String> edits(boolean slow) {
        return edits(slow ? TestRuns::linger : plans -> {});
    }

    /** Takes a random, unrecorded time. */
    static void linger(List<Plan<String>> plans) {
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(2_000_000));
    }

    /** The same, but first this is done with the plans. */
    static Operator<String> edits(Consumer<List<Plan<String>>> first) {
        return new Operator<>() {
            @Override
            public String name() {
                return "edits";
            }

            @Override
            public int parents() {
                return 2;
            }

            @Override
            public Selection selection() {
                return Selection.nearCell();
            }

            @Override
            public List<Proposal<String>> propose(List<Plan<String>> plans, Context context) {
                first.accept(plans);
                return plans.stream()
                        .map(plan -> edited(plan, context.random(plan.index())))
                        .toList();
            }
        };
    }

    private static Proposal<String> edited(Plan<String> plan, SplittableRandom random) {
        String parent = plan.parents().get(0).solution();
        return switch (random.nextInt(5)) {
            case 0 ->
                Proposal.<String>failed(new Failure(Failure.NO_SOLUTION, "nothing came to mind"))
                        .asked("prompt of " + plan.candidate(), "…");
            case 1 ->
                Proposal.of(cut(
                        parent + plan.parents().get(plan.parents().size() - 1).solution()));
            case 2 -> Proposal.of(cut((char) ('a' + random.nextInt(26)) + parent));
            default -> {
                var letters = new StringBuilder(parent);
                letters.setCharAt(random.nextInt(parent.length()), (char) ('a' + random.nextInt(26)));
                yield Proposal.of(letters.toString()).asked("change a letter of " + parent, letters.toString());
            }
        };
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(40, text.length()));
    }

    /** A search over {@link #words} with batches of 4 and a window of 8. */
    public static Search<String> search(RunOpener opener, boolean slow, int threads) {
        return Search.of(words(), opener)
                .operators(edits(slow))
                .seed(7)
                .batch(4)
                .window(8)
                .threads(threads);
    }

    /** What a run committed, a line each. */
    public static List<String> outcome(Search<?> search) {
        return search.record().commits().stream().map(Commit::toString).toList();
    }
}
