package dev.elm4j.journal;

/** Says that a folder holds a run of another setup, and names the first difference. */
public final class JournalMismatch extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    JournalMismatch(String message) {
        super(message);
    }
}
