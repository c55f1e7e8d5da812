package dev.elm4j.local;

/**
 * The likeliest next tokens of each row, the likeliest first.
 *
 * @param values {@code float[rows][1 + 2 * count]}, flat: logarithm of the sum of all exponentials, logits, token ids
 * @param count how many tokens
 */
record NextTokens(float[] values, int count) {

    /** The same for other rows: {@code source[row]} is the row of these that row {@code row} repeats. */
    NextTokens repeated(int[] source) {
        int length = 1 + 2 * count;
        float[] result = new float[source.length * length];
        for (int row = 0; row < source.length; row++) {
            System.arraycopy(values, source[row] * length, result, row * length, length);
        }
        return new NextTokens(result, count);
    }

    int token(int row, int rank) {
        return (int) values[start(row) + 1 + count + rank];
    }

    /** Among all tokens, also those that are not listed. */
    double probability(int row, int rank) {
        int start = start(row);
        return Math.exp((double) values[start + 1 + rank] - values[start]);
    }

    /** Logit, divided by the temperature. */
    float logit(int row, int rank) {
        return values[start(row) + 1 + rank];
    }

    /** Logarithm of the sum of the exponentials of all logits. */
    float logSum(int row) {
        return values[start(row)];
    }

    private int start(int row) {
        return row * (1 + 2 * count);
    }
}
