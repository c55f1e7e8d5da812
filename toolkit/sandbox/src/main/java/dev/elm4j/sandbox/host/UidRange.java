package dev.elm4j.sandbox.host;

/**
 * User ids for programs, one per evaluation.
 *
 * @param first inclusive
 * @param last inclusive
 */
record UidRange(int first, int last) {

    /** Where nobody else's processes are: in a container, in a gVisor of its own. */
    static final UidRange WHOLE = new UidRange(20_000, 59_999);

    /**
     * For programs among the processes of this machine, where whatever runs as an evaluation's user is killed: ids that no
     * system gives to people. Directories (LDAP, Active Directory) are free to use low ones; SSSD's own numbers end at
     * 2,000,200,000, and systemd's for foreign files begin at 2,147,352,576.
     */
    static final UidRange NOBODYS = new UidRange(2_100_000_000, 2_100_039_999);

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

    boolean overlaps(UidRange other) {
        return first <= other.last && other.first <= last;
    }

    @Override
    public String toString() {
        return first + ":" + last;
    }
}
