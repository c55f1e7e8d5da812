package dev.elm4j.environments.programs;

/**
 * How right a value is for a case: 1 if it is, 0 if it is not, something between if that means something.
 *
 * <pre>{@code
 * CaseScore.exact().score(Case.given(2).expects(4), 4L);                  // 1.0
 * CaseScore.close(1e-6).score(Case.given(2).expects(1.5), 1.5000001);     // 1.0
 * }</pre>
 *
 * <p>It is called on the host, from several threads. The value comes from a program that nobody has read: a score must
 * bear any value, of any kind.
 */
@FunctionalInterface
public interface CaseScore {

    /**
     * The score of a value.
     *
     * @param expected the case, with its arguments and the right value
     * @param value what the program gave; null, Boolean, Integer, Long, BigInteger, Double, String, byte[], List, Map, or an
     *     {@link dev.elm4j.sandbox.Outcome.Opaque}
     * @return in [0, 1]
     */
    double score(Case expected, Object value);

    /** Whether the value is the expected one; numbers by their worth, so 1 is 1.0. */
    static CaseScore exact() {
        return (expected, value) -> Values.equal(expected.expected(), value, 0) ? 1 : 0;
    }

    /**
     * The same, with numbers that may differ a little.
     *
     * @param tolerance greatest difference, relative to the magnitude of numbers over 1; more than 0
     */
    static CaseScore close(double tolerance) {
        if (!(tolerance > 0) || Double.isInfinite(tolerance)) {
            throw new IllegalArgumentException("tolerance must be more than 0 and finite, but is " + tolerance);
        }
        return (expected, value) -> Values.equal(expected.expected(), value, tolerance) ? 1 : 0;
    }
}
