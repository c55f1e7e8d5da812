package dev.elm4j.local;

import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.request.DefaultChatRequestParameters;
import java.util.Objects;

/**
 * Parameters of a chat with a {@link LocalModel}: those of every chat, and the seed of the answer's random stream.
 *
 * <pre>{@code
 * ChatRequest.builder()
 *         .messages(UserMessage.from("Name a fruit."))
 *         .parameters(LocalChatParameters.builder().seed(7).temperature(0.9).build())
 *         .build();
 * }</pre>
 *
 * <p>Immutable.
 */
public final class LocalChatParameters extends DefaultChatRequestParameters {

    /** The seed where a request gives none: the same question has the same answer. */
    public static final long DEFAULT_SEED = 1;

    private final Long seed;

    private LocalChatParameters(Builder builder) {
        super(builder);
        this.seed = builder.seed;
    }

    /** Starts with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** Seed of the answer, or null if it is not set. */
    public Long seed() {
        return seed;
    }

    /** These, with everything that the others set; their seed too. */
    @Override
    public ChatRequestParameters overrideWith(ChatRequestParameters that) {
        return builder().overrideWith(this).overrideWith(that).build();
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other) && other instanceof LocalChatParameters that && Objects.equals(seed, that.seed);
    }

    @Override
    public int hashCode() {
        return 31 * super.hashCode() + Objects.hashCode(seed);
    }

    /** All that is set, the seed too: requests that differ in their seed alone must look different. */
    @Override
    public String toString() {
        return "seed=" + seed + ", " + super.toString();
    }

    /** Collects parameters. Not thread-safe. */
    public static final class Builder extends DefaultChatRequestParameters.Builder<Builder> {

        private Long seed;

        private Builder() {}

        /** Seed of the answer's random stream; default {@link LocalChatParameters#DEFAULT_SEED}. */
        public Builder seed(long seed) {
            this.seed = seed;
            return this;
        }

        @Override
        public Builder overrideWith(ChatRequestParameters parameters) {
            super.overrideWith(parameters);
            if (parameters instanceof LocalChatParameters local && local.seed != null) {
                this.seed = local.seed;
            }
            return this;
        }

        @Override
        public LocalChatParameters build() {
            return new LocalChatParameters(this);
        }
    }
}
