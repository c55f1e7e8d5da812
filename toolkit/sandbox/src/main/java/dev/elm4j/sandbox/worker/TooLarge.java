package dev.elm4j.sandbox.worker;

/** The value is larger or deeper than its limit. */
final class TooLarge extends Exception {
    private static final long serialVersionUID = 1;

    TooLarge(String message) {
        super(message, null, false, false);
    }
}
