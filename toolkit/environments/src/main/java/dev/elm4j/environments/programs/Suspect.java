package dev.elm4j.environments.programs;

/**
 * A program that should not score well.
 *
 * @param name for the report, such as {@code "always 0"}
 * @param kind what it does instead of solving the task
 * @param source in the language of the problem
 */
record Suspect(String name, Kind kind, String source) {

    /** What a program does instead of solving the task, and from which score on that is suspicious. */
    enum Kind {
        /** Gives something simple that may happen to be right. */
        TRIVIAL(0.5, "many cases have this value; add cases with others"),
        /** Solves the examples by heart. */
        LEARNED(0.5, "the held-out cases are too like the examples; add others"),
        /** Does not come to an end, or breaks. */
        BROKEN(Double.MIN_VALUE, "a broken program must score nothing; look at the score"),
        /** Tries to look right without being right. */
        CHEAT(Double.MIN_VALUE, "the score believes a program that lies; compare values by their worth");

        private final double limit;
        private final String advice;

        Kind(double limit, String advice) {
            this.limit = limit;
            this.advice = advice;
        }

        boolean isSuspicious(double score) {
            return score >= limit;
        }

        String advice() {
            return advice;
        }
    }
}
