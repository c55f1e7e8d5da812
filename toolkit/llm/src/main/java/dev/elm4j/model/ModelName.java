package dev.elm4j.model;

import dev.langchain4j.model.chat.ChatModel;

/**
 * What a model is called, to a person and in a run's identity.
 *
 * <pre>{@code
 * ModelName.of(model);         // gpt-4o-mini
 * ModelName.identity(model);   // gpt-4o-mini; of a model in the kernel also how it runs
 * }</pre>
 */
public final class ModelName {

    private ModelName() {}

    /** What the model says of itself if it is {@link Identified}, or else its name. */
    public static String identity(Object model) {
        return model instanceof Identified identified ? identified.identity() : of(model);
    }

    /** The model name of its default request parameters, or else the simple name of its class. */
    public static String of(Object model) {
        if (model instanceof ChatModel chat
                && chat.defaultRequestParameters() != null
                && chat.defaultRequestParameters().modelName() != null) {
            return chat.defaultRequestParameters().modelName();
        }
        Class<?> type = model.getClass();
        return type.isAnonymousClass() || type.isHidden() || type.isSynthetic() ? "unnamed" : type.getSimpleName();
    }
}
