package dev.elm4j.search;

import dev.elm4j.environment.Usage;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Calls that were found on the tape, of requests that are made together, and how they are paid. */
record Repetition(List<Tape.Found> found) {

    /** What comes from another run counts to the budget as it did there, and is this run's from now on. */
    void pay(Purse purse, BooleanSupplier cancelled) {
        found.stream()
                .filter(Tape.Found::isPaid)
                .forEach(one -> purse.paid(one.call().usage()));
        List<RecordedCall> copies = found.stream()
                .filter(one -> !one.isPaid())
                .map(Tape.Found::call)
                .toList();
        int attempts =
                copies.stream().mapToInt(call -> call.attempts().size()).max().orElse(0);
        for (int attempt = 0; attempt < attempts; attempt++) {
            again(copies, attempt, purse, cancelled);
        }
        if (!copies.isEmpty()) {
            purse.taped(() -> purse.tape().copy(copies));
        }
    }

    /** The first attempts were made together, then the second ones, and so on. */
    private static void again(List<RecordedCall> calls, int attempt, Purse purse, BooleanSupplier cancelled) {
        Usage worst = Usage.NONE;
        Usage used = Usage.NONE;
        for (RecordedCall call : calls) {
            if (attempt < call.attempts().size()) {
                worst = worst.plus(call.attempts().get(attempt).worst());
                used = used.plus(call.attempts().get(attempt).used());
            }
        }
        purse.repeat(worst, used, cancelled);
    }
}
