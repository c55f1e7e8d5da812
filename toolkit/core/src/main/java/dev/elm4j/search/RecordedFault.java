package dev.elm4j.search;

/** An exception that a call ended with when it was recorded. */
final class RecordedFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String text;

    RecordedFault(String text) {
        super(text.replaceFirst("^[\\w.$]+: ", ""), null, false, false);
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
