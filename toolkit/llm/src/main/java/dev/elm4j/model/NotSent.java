package dev.elm4j.model;

import java.util.concurrent.CancellationException;

/** The end of a run that came before a request was sent, which therefore took no tokens. */
final class NotSent extends CancellationException {

    private static final long serialVersionUID = 1;

    NotSent(String message) {
        super(message);
    }
}
