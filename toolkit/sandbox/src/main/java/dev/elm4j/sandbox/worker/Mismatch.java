package dev.elm4j.sandbox.worker;

/** A value does not fit a parameter; the message says which and why. */
final class Mismatch extends Exception {

    private static final long serialVersionUID = 1;

    Mismatch(String message) {
        super(message, null, false, false);
    }
}
