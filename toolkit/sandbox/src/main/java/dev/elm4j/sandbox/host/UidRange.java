package dev.elm4j.sandbox.host;

/**
 * User ids for programs, one per evaluation.
 *
 * @param first inclusive
 * @param last inclusive
 */
record UidRange(int first, int last) {

    /** Where nobody else counts: inside a gVisor of its own. */
    static final UidRange WHOLE = new UidRange(20_000, 59_999);

    UidRange {
        if (first < 1 || last < first) {
            throw new IllegalArgumentException(
                    "user ids must be first:last, at least 1, but are " + first + ":" + last);
        }
    }

    int size() {
        return last - first + 1;
    }

    boolean contains(long uid) {
        return first <= uid && uid <= last;
    }

    @Override
    public String toString() {
        return first + ":" + last;
    }
}
