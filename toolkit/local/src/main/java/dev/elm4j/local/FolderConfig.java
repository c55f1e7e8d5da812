package dev.elm4j.local;

import java.util.List;

/** Reads the shape of a decoder from the {@code config.json} that Hugging Face's Transformers writes. */
final class FolderConfig {

    /** Switches that change the results and are not computed here. */
    private static final List<String> REFUSED =
            List.of("attention_bias", "mlp_bias", "use_sliding_window", "quantization_config", "num_local_experts");

    private FolderConfig() {}

    /** @throws IllegalArgumentException if the model cannot be run */
    static ModelConfig of(JsonFile json) {
        String type = json.text("model_type").orElseThrow(() -> json.missing("model_type"));
        Architecture architecture =
                Architecture.of(type).orElseThrow(() -> BadModelFile.architecture(json.file(), type));
        refuse(json);
        int heads = json.needInteger("num_attention_heads");
        int width = json.needInteger("hidden_size");
        int headSize = json.integer("head_dim").orElse(heads == 0 ? 0 : width / heads);
        return new ModelConfig(
                        architecture,
                        json.needInteger("num_hidden_layers"),
                        heads,
                        json.integer("num_key_value_heads").orElse(heads),
                        headSize,
                        width,
                        json.needInteger("intermediate_size"),
                        Math.min(ModelConfig.MOST_CONTEXT, json.needInteger("max_position_embeddings")),
                        json.needInteger("vocab_size"),
                        json.real("rms_norm_eps").orElse(1e-6),
                        rotary(json, headSize))
                .checked(json.file());
    }

    /** Older files have the base beside {@code rope_scaling}, newer ones both in {@code rope_parameters}. */
    private static RotaryPositions rotary(JsonFile json, int headSize) {
        JsonFile scaling = json.object("rope_parameters")
                .or(() -> json.object("rope_scaling"))
                .orElse(null);
        double base = json.real("rope_theta").orElse(10_000.0);
        if (scaling == null) {
            return RotaryPositions.of(base);
        }
        RotaryPositions plain = RotaryPositions.of(scaling.real("rope_theta").orElse(base));
        String type = scaling.text("rope_type").or(() -> scaling.text("type")).orElse("default");
        return switch (type) {
            case "default" -> plain;
            case "linear" -> plain.linear(scaling.needReal("factor"), headSize);
            case "llama3" -> plain.llama3(llama3(scaling), headSize);
            default -> throw unknown(json, "rotary positions scaled by '%s'".formatted(type));
        };
    }

    private static RotaryPositions.Llama3Scaling llama3(JsonFile scaling) {
        return new RotaryPositions.Llama3Scaling(
                scaling.needReal("factor"),
                scaling.needReal("low_freq_factor"),
                scaling.needReal("high_freq_factor"),
                scaling.needReal("original_max_position_embeddings"));
    }

    private static void refuse(JsonFile json) {
        for (String key : REFUSED) {
            if (json.field(key)
                    .filter(node -> node.isContainerNode() || node.asBoolean())
                    .isPresent()) {
                throw unknown(json, key);
            }
        }
        String activation = json.text("hidden_act").orElse("silu");
        if (!activation.equals("silu")) {
            throw unknown(json, "the activation '%s'".formatted(activation));
        }
        double turning = json.real("partial_rotary_factor").orElse(1.0);
        if (turning != 1) {
            throw unknown(json, "heads that turn in part (partial_rotary_factor %s)".formatted(turning));
        }
    }

    private static IllegalArgumentException unknown(JsonFile json, String what) {
        return BadModelFile.unsupported(
                json.file(), "needs %s, which this decoder does not have".formatted(what), BadModelFile.OTHER_MODEL);
    }
}
