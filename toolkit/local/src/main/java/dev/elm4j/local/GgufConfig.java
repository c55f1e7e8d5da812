package dev.elm4j.local;

import java.util.List;

/** Reads the shape of a decoder from the keys of a GGUF file. */
final class GgufConfig {

    private GgufConfig() {}

    /**
     * @param vocabulary rows of the embedding
     * @param divisors of the rotary frequencies, as stored in {@code rope_freqs.weight}; empty if there are none
     * @throws IllegalArgumentException if the file's model cannot be run
     */
    static ModelConfig of(Metadata data, int vocabulary, List<Double> divisors) {
        Architecture architecture = architecture(data);
        String key = architecture.id() + ".";
        int heads = data.needInteger(key + "attention.head_count");
        int width = data.needInteger(key + "embedding_length");
        int headSize = data.integer(key + "attention.key_length").orElse(heads == 0 ? 0 : width / heads);
        int turning = data.integer(key + "rope.dimension_count").orElse(headSize);
        refuse(data, key, headSize, turning);
        RotaryPositions plain =
                new RotaryPositions(data.real(key + "rope.freq_base").orElse(10_000.0), divisors);
        boolean linear = data.text(key + "rope.scaling.type").orElse("none").equals("linear");
        double factor = data.real(key + "rope.scaling.factor").orElse(1.0);
        return new ModelConfig(
                        architecture,
                        data.needInteger(key + "block_count"),
                        heads,
                        data.integer(key + "attention.head_count_kv").orElse(heads),
                        headSize,
                        width,
                        data.needInteger(key + "feed_forward_length"),
                        Math.min(ModelConfig.MOST_CONTEXT, data.needInteger(key + "context_length")),
                        vocabulary,
                        data.real(key + "attention.layer_norm_rms_epsilon").orElse(1e-5),
                        linear && factor != 1 ? plain.linear(factor, headSize) : plain)
                .checked(data.file());
    }

    static Architecture architecture(Metadata data) {
        String name = data.text("general.architecture").orElseThrow(() -> data.missing("general.architecture"));
        return Architecture.of(name).orElseThrow(() -> BadModelFile.architecture(data.file(), name));
    }

    private static void refuse(Metadata data, String key, int headSize, int turning) {
        String scaling = data.text(key + "rope.scaling.type").orElse("none");
        boolean known = scaling.equals("none") || scaling.equals("linear");
        if (!known || turning != headSize || data.integer(key + "expert_count").orElse(0) > 0) {
            throw BadModelFile.unsupported(
                    data.file(),
                    "needs scaled rotary positions (%s), heads that turn in part (%d of %d) or experts, which this decoder does not have"
                            .formatted(scaling, turning, headSize),
                    BadModelFile.OTHER_MODEL);
        }
    }
}
