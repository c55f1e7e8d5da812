package dev.elm4j.local;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** In what the decoders that can be run here differ. */
enum Architecture {
    /** Touvron 2023, <a href="https://arxiv.org/abs/2302.13971">LLaMA</a>; also SmolLM2. */
    LLAMA(false, false),
    /** Yang 2024, <a href="https://arxiv.org/abs/2407.10671">Qwen2</a>; also Qwen2.5: biases on queries, keys, values. */
    QWEN2(true, false),
    /** Yang 2025, <a href="https://arxiv.org/abs/2505.09388">Qwen3</a>: each head of queries and keys is normalised. */
    QWEN3(false, true);

    private final boolean biased;
    private final boolean headNorms;

    Architecture(boolean biased, boolean headNorms) {
        this.biased = biased;
        this.headNorms = headNorms;
    }

    /** By its name in GGUF files ({@code general.architecture}) and in {@code config.json} ({@code model_type}). */
    static Optional<Architecture> of(String name) {
        return Arrays.stream(values())
                .filter(architecture -> architecture.id().equals(name))
                .findFirst();
    }

    /** All names, for messages. */
    static String known() {
        return Arrays.stream(values()).map(Architecture::id).collect(Collectors.joining(", "));
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether queries, keys and values have a bias. */
    boolean biased() {
        return biased;
    }

    /** Whether each head of the queries and keys is normalised. */
    boolean headNorms() {
        return headNorms;
    }

    /** Whether GGUF files store the rows of queries and keys with their rotary pairs interleaved. */
    boolean interleaved() {
        return this == LLAMA;
    }
}
