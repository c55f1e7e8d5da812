package dev.elm4j.local;

/**
 * The shape of a Llama-family decoder.
 *
 * @param layers number of blocks
 * @param heads query heads
 * @param keyHeads key and value heads; divides {@code heads}
 * @param headSize numbers per head, even
 * @param width size of the hidden state
 * @param inner size of the feed-forward layer
 * @param context most tokens it can see
 * @param vocabulary number of tokens
 * @param epsilon added in the normalisation
 * @param ropeBase base of the rotary positions
 */
record ModelConfig(
        int layers,
        int heads,
        int keyHeads,
        int headSize,
        int width,
        int inner,
        int context,
        int vocabulary,
        double epsilon,
        double ropeBase) {

    private static final int MOST_LAYERS = 1000;
    private static final String REMEDY = "Give a Llama-family model, such as SmolLM2 or TinyLlama, as GGUF.";

    /** Reads it from the header. */
    static ModelConfig of(Metadata data, int vocabulary) {
        String architecture = data.text("general.architecture").orElseThrow(() -> data.missing("general.architecture"));
        if (!architecture.equals("llama")) {
            throw BadModelFile.unsupported(
                    data.file(),
                    "holds a model of the architecture '%s', but 'llama' is needed".formatted(architecture),
                    REMEDY);
        }
        int heads = data.needInteger("llama.attention.head_count");
        int width = data.needInteger("llama.embedding_length");
        ModelConfig config = new ModelConfig(
                data.needInteger("llama.block_count"),
                heads,
                data.integer("llama.attention.head_count_kv").orElse(heads),
                data.integer("llama.rope.dimension_count").orElse(heads == 0 ? 0 : width / heads),
                width,
                data.needInteger("llama.feed_forward_length"),
                data.needInteger("llama.context_length"),
                vocabulary,
                data.real("llama.attention.layer_norm_rms_epsilon").orElse(1e-5),
                data.real("llama.rope.freq_base").orElse(10_000.0));
        config.check(data);
        return config;
    }

    /** Numbers that the keys and values of one token take, over all layers. */
    long cachePerToken() {
        return 2L * layers * keyHeads * headSize;
    }

    private void check(Metadata data) {
        boolean sound = layers > 0
                && layers <= MOST_LAYERS
                && heads > 0
                && keyHeads > 0
                && headSize > 0
                && width > 0
                && inner > 0
                && context > 0;
        if (!sound || heads % keyHeads != 0 || headSize % 2 != 0 || heads * headSize != width) {
            throw BadModelFile.unsupported(
                    data.file(), "describes a shape that does not fit together: " + this, REMEDY);
        }
        String scaling = data.text("llama.rope.scaling.type").orElse("none");
        if (!scaling.equals("none") || data.integer("llama.expert_count").orElse(0) > 0) {
            throw BadModelFile.unsupported(
                    data.file(), "needs scaled rotary positions or experts, which this decoder does not have", REMEDY);
        }
    }
}
