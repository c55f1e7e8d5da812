package dev.elm4j.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Our archives beside those of pyribs, row by row: each row is measured there and here one right after the other, on the
 * same numbers, and its times count only if both sides came to the same archive. {@code ELM4J_PYRIBS} names the Python of
 * an environment with pyribs; without it only our figures are printed. Arguments: names of rows, or {@code extra} for all;
 * default the rows with a goal. Ends with 1 if an archive came out otherwise.
 */
public final class ArchiveBenchmark {

    /** One line of the table. */
    private record Outcome(ArchiveRow row, Times times, Answer answer, Optional<Pyribs.Figures> pyribs) {

        boolean same() {
            return answer.same(row.known())
                    && pyribs.map(Pyribs.Figures::answer).stream().allMatch(row.known()::same);
        }

        @Override
        public String toString() {
            String ratio = pyribs.map(side -> times.min() / side.times().min())
                    .map(value -> String.format(Locale.ROOT, "%.4f", value))
                    .orElse("-");
            String goal = row.goal().isPresent() ? " (%s)".formatted(row.goal().getAsDouble()) : "";
            return "%-46s| %-23s | %-23s | %-13s | %s"
                    .formatted(
                            row.label(),
                            times,
                            pyribs.map(side -> side.times().toString()).orElse("-"),
                            ratio + goal,
                            same() ? "same" : "DIFFERS");
        }

        /** What both sides came to, for a row that differs. */
        String differences() {
            return "%s: expected %s, ours is %s, pyribs' %s"
                    .formatted(row, row.known(), answer, pyribs.map(Pyribs.Figures::answer));
        }
    }

    private ArchiveBenchmark() {}

    public static void main(String[] arguments) {
        Optional<Pyribs> pyribs =
                Optional.ofNullable(System.getenv("ELM4J_PYRIBS")).map(Pyribs::new);
        try {
            System.exit(measure(ArchiveRow.named(List.of(arguments)), Shots.FULL, pyribs) ? 0 : 1);
        } catch (IllegalArgumentException unknown) {
            System.err.println(unknown.getMessage());
            System.exit(2);
        }
    }

    /** Whether all archives came out as they should. */
    static boolean measure(List<ArchiveRow> rows, Shots shots, Optional<Pyribs> pyribs) {
        System.out.println(Host.header(
                "archives against pyribs, one thread", "the ratio, our least time / pyribs' least time, in brackets"));
        System.out.printf("   ELM4J: JMH, %s; a new archive a shot%n", shots);
        System.out.println(
                pyribs.isPresent()
                        ? "   pyribs: a new archive a round; the first round, in which it compiles, is not counted"
                        : "   pyribs cannot be had here: our figures alone");
        System.out.printf(
                "%-46s| %-23s | %-23s | ratio (goal)  | archive%n",
                "milliseconds: least, median / rounds", "ELM4J", "pyribs");
        boolean same = true;
        Optional<String> versions = Optional.empty();
        for (ArchiveRow row : rows) {
            Outcome outcome = outcome(row, shots, pyribs);
            System.out.println(outcome);
            same &= outcome.same();
            if (!outcome.same()) {
                System.out.println(outcome.differences());
            }
            if (outcome.pyribs().isPresent()) {
                versions = outcome.pyribs().map(Pyribs.Figures::versions);
            }
        }
        System.out.printf(
                "%sload average at the end %s%n",
                versions.map(text -> text + "; ").orElse(""), Host.load());
        return same;
    }

    private static Outcome outcome(ArchiveRow row, Shots shots, Optional<Pyribs> pyribs) {
        Optional<Pyribs.Figures> theirs = Optional.empty();
        try {
            theirs = pyribs.map(side -> side.of(row, shots.rounds()));
        } catch (IllegalStateException fault) { // the other side's trouble; our figures are still worth having
            System.out.println(fault.getMessage());
        }
        return new Outcome(row, shots.of(row), row.answer(), theirs);
    }
}
