package dev.elm4j.search;

import dev.elm4j.environment.Usage;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Calls that were found on the tape, of requests that are made together, and how they are paid. */
record Repetition(List<Tape.Found> found) {

    /**
     * What comes from another run counts to the budget as it did there, and is this run's from now on. It need not reserve a
     * worst case: that it could be made is known, and where that run was refused is on the tape.
     */
    void pay(Purse purse, BooleanSupplier cancelled) {
        found.stream()
                .filter(Tape.Found::isPaid)
                .forEach(one -> purse.paid(one.call().usage()));
        List<RecordedCall> copies = found.stream()
                .filter(one -> !one.isPaid())
                .map(Tape.Found::call)
                .toList();
        if (!copies.isEmpty()) {
            purse.repeat(copies.stream().map(RecordedCall::usage).reduce(Usage.NONE, Usage::plus), cancelled);
            purse.taped(() -> purse.tape().copy(copies));
        }
    }

    /** Throws if the run that these are from was refused here, at the budget that this run has. */
    void requireAffordable(Purse purse, BooleanSupplier cancelled) {
        for (Tape.Found one : found) {
            if (one.call().reply() instanceof Reply.Stopped stopped) {
                purse.requireOther(stopped.budget(), cancelled);
            }
        }
    }
}
