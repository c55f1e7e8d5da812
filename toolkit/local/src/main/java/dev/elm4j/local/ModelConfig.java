package dev.elm4j.local;

/**
 * The shape of a decoder.
 *
 * @param architecture which of the known ones
 * @param layers number of blocks
 * @param heads query heads
 * @param keyHeads key and value heads; divides {@code heads}
 * @param headSize numbers per head, even
 * @param width size of the hidden state
 * @param inner size of the feed-forward layer
 * @param context most tokens it can see, at most {@value #MOST_CONTEXT} of those that the file names
 * @param vocabulary number of tokens
 * @param epsilon added in the normalisation
 * @param rotary its rotary positions
 */
record ModelConfig(
        Architecture architecture,
        int layers,
        int heads,
        int keyHeads,
        int headSize,
        int width,
        int inner,
        int context,
        int vocabulary,
        double epsilon,
        RotaryPositions rotary) {

    /** Bounds the tables of rotary positions; longer texts would not fit into the memory of a kernel anyway. */
    static final int MOST_CONTEXT = 32_768;

    private static final int MOST_LAYERS = 1000;

    /** @throws IllegalArgumentException if the numbers do not fit together */
    ModelConfig checked(String file) {
        boolean sound = layers > 0
                && layers <= MOST_LAYERS
                && heads > 0
                && keyHeads > 0
                && headSize > 0
                && width > 0
                && inner > 0
                && context > 0;
        boolean fitting = sound && heads % keyHeads == 0 && headSize % 2 == 0 && (long) heads * headSize < 1 << 24;
        int divisors = rotary.divisors().size();
        if (!fitting || divisors != 0 && divisors != headSize / 2) {
            throw BadModelFile.unsupported(
                    file, "describes a shape that does not fit together: " + this, BadModelFile.OTHER_MODEL);
        }
        return this;
    }

    /** Numbers of all query heads. */
    int queries() {
        return heads * headSize;
    }

    /** Numbers of all key heads. */
    int keys() {
        return keyHeads * headSize;
    }

    /** Numbers that the keys and values of one token take, over all layers. */
    long cachePerToken() {
        return 2L * layers * keys();
    }
}
